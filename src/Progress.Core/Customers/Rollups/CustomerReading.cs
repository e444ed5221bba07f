using System.Text.Json;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Customers;

/// <summary>Reads customers as of a day: one pass over the records, however many customers.</summary>
internal static class CustomerReading
{
    private const string Records = """
        SELECT customer, task, CASE WHEN task IS NULL THEN name END, status, completed_day, competency, tool, impact
        FROM task_progress WHERE gone IS NULL
        """;

    /// <summary>The customers that selectors mean, in their order; all active ones without any.</summary>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>.</exception>
    public static IReadOnlyList<CustomerState> Of(ProgressStore store, IReadOnlyCollection<string>? customers, IsoTime? asOf) =>
        store.Read<IReadOnlyList<CustomerState>>(connection =>
        {
            var chosen = CustomerRegister.Load(store).Select(customers);
            var catalog = new CatalogIndex(TaskCatalog.Load(store).All);
            var records = Read(connection, chosen, isAll: customers is null or { Count: 0 });
            var day = Day(store, asOf);
            return [.. chosen.Select(c => new CustomerState(c, new TaskTally(records.GetValueOrDefault(c.Key, []), day), catalog, store.Options.Customers.Weights))];
        });

    /// <summary>The day meant, in the store's zone; today without one.</summary>
    public static int Day(ProgressStore store, IsoTime? asOf) =>
        (asOf ?? new IsoTime(store.UtcNow)).ToDay(TimeZoneInfo.FindSystemTimeZoneById(store.Options.TimeZone)).DayNumber;

    private static Dictionary<int, List<CountedTask>> Read(SqliteConnection connection, IReadOnlyList<CustomerEntry> chosen, bool isAll)
    {
        using var rows = new Statement(connection, isAll ? Records : $"{Records} AND customer IN (SELECT value FROM json_each(?1))");
        if (!isAll) rows.Bind(1, JsonSerializer.Serialize(chosen.Select(c => c.Key)));
        var records = chosen.ToDictionary(c => c.Key, _ => new List<CountedTask>());
        while (rows.Step())
        {
            if (records.TryGetValue(rows.Int(0), out var own))
                own.Add(new CountedTask(
                    rows.NullableText(1), rows.NullableText(2), rows.Text(3), (int?)rows.NullableLong(4), rows.NullableText(5), rows.NullableText(6),
                    (int?)rows.NullableLong(7)));
        }

        return records;
    }
}
