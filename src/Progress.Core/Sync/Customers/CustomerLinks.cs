using Dapper;
using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Which customer is which row of Customer Assets.</summary>
internal static class CustomerLinks
{
    /// <summary>Why something waits whose customer has no row there.</summary>
    public const string Unlinked = "Its customer has no row in Customer Assets: add one whose key field holds the customer's id, or set airtable.createCustomers.";

    private const string Entity = EntityNames.CustomerAsset;

    /// <summary>Finds the rows of customers that are not linked yet, and adds those that lack where the settings say so.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="customers">Keys here of customers whose rows are needed.</param>
    public static void Settle(SyncPass pass, IReadOnlySet<int> customers)
    {
        foreach (var some in Missing(pass.Store, customers).Chunk(pass.Provider.Traits.KeysPerRead)) Save(pass, pass.Provider.Read(Entity, some, pass.Cancel));
        if (!pass.Switches.CreatesCustomers || Missing(pass.Store, customers) is not { Count: > 0 } missing) return;
        var outcomes = pass.Provider.Write(Entity, [.. missing.Select(id => new RecordWrite(id, "", [], null))], pass.Cancel);
        foreach (var refused in outcomes.Where(o => o.Fate == WriteFate.Refused).Select(o => o.Reason).Distinct()) pass.Say($"Customer Assets: {refused}", isFault: true);
        Save(pass, [.. outcomes.Where(o => o.Fate == WriteFate.Applied).Select(o => o.Record!)]);
    }

    private static void Save(SyncPass pass, IReadOnlyList<RemoteRecord> rows) => pass.Change(change =>
    {
        foreach (var some in rows.GroupBy(r => r.Key, StringComparer.OrdinalIgnoreCase))
        {
            var found = some.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
            if (found.Count > 1) pass.Say($"Customer Assets has {found.Count} rows of {some.Key}: {string.Join(", ", found.Select(r => r.Id))}. The first is used; delete the others.", isFault: true);
            Link(change, some.Key, found[0].Id);
        }

        return true;
    });

    /// <summary>Links a customer with a row; with none, ends its link.</summary>
    public static void Link(StoreChange change, string customer, string? row)
    {
        const string sql = """
            UPDATE customer SET remote = NULL WHERE remote = @row AND code <> @customer;
            UPDATE customer SET remote = @row WHERE code = @customer AND remote IS NOT @row
            """;
        if (change.Connection.Execute(sql, new { customer, row }) == 0 || row is null) return;
        // What waited for it can go.
        foreach (var waiting in new[] { Entity, EntityNames.TaskProgress }) OutboxTable.Retry(change, waiting, Unlinked);
    }

    private static List<string> Missing(ProgressStore store, IReadOnlySet<int> customers) =>
        [.. CustomerRegister.Load(store).All.Where(c => c.Remote is null && customers.Contains(c.Key)).Select(c => c.Id)];
}
