using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Reps;

/// <summary>A row of <c>activity</c> with the XP that it paid.</summary>
internal sealed class ActivityRow
{
    public long Id { get; init; }
    public string Key { get; init; } = "";
    public long Rep { get; init; }
    public string Kind { get; init; } = "";
    public long At { get; init; }
    public long Day { get; init; }
    public long Count { get; init; }
    public string? Lead { get; init; }
    public long? Undone { get; init; }
    public long Xp { get; init; }

    /// <summary>Rule version under which it was entered; null of what a day awards.</summary>
    public long? Rules { get; init; }

    public RepActivity Describe(RepRegister register, EntryStatus? status = null)
    {
        var rep = register.Credited(register[(int)Rep]);
        return new RepActivity(
            Key, rep.Member, rep.DisplayName, Kind, StoredValues.FromMs(At), DateOnly.FromDayNumber((int)Day), (int)Count, Lead, Xp,
            status ?? (Undone is null ? EntryStatus.Recorded : EntryStatus.Undone));
    }
}

/// <summary>The table of activities.</summary>
internal static class ActivityTable
{
    private const string Select = """
        SELECT a.id, a.key, a.rep, a.kind, a.at, a.day, a.count, a.lead, a.undone, coalesce(f.xp, 0) AS xp, f.rules
        FROM activity AS a LEFT JOIN xp_fact AS f ON f.rep = a.rep AND f.key = 'activity:' || a.key
        """;

    public static IEnumerable<ActivityRow> Read(SqliteConnection connection) =>
        connection.Query<ActivityRow>($"{Select} ORDER BY a.at, a.key");

    public static ActivityRow? Find(SqliteConnection connection, string key) =>
        connection.QuerySingleOrDefault<ActivityRow>($"{Select} WHERE a.key = @key", new { key });

    public static void Insert(SqliteConnection connection, ActivityRow row, long audit)
    {
        const string sql = """
            INSERT INTO activity (key, rep, kind, at, day, count, lead, change)
            VALUES (@Key, @Rep, @Kind, @At, @Day, @Count, @Lead, @audit)
            """;
        connection.Execute(sql, new { row.Key, row.Rep, row.Kind, row.At, row.Day, row.Count, row.Lead, audit });
    }

    /// <summary>Gives the activity of that key the row's rep, kind and time, and counts it.</summary>
    public static void Place(SqliteConnection connection, ActivityRow row, long audit)
    {
        const string sql = "UPDATE activity SET rep = @Rep, kind = @Kind, at = @At, day = @Day, count = @Count, change = @audit, undone = NULL WHERE key = @Key";
        connection.Execute(sql, new { row.Key, row.Rep, row.Kind, row.At, row.Day, row.Count, audit });
    }

    public static void Undo(SqliteConnection connection, long id, long audit) =>
        connection.Execute("UPDATE activity SET undone = @audit WHERE id = @id", new { id, audit });
}
