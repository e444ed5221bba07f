using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>What this store's ledger adds up to for a rep, by origin.</summary>
/// <param name="Xp">All XP of the ledger.</param>
/// <param name="ShownXp">The same without calls that Twenty has not shown: what may be claimed there.</param>
/// <param name="Deals">Deals, and deals taken back.</param>
internal sealed record LocalFigures(
    IReadOnlyDictionary<string, long> Xp, IReadOnlyDictionary<string, long> ShownXp, IReadOnlyDictionary<string, long> Deals)
{
    // Changes up to a row of former_device were made under that id; later ones under the present one.
    private const string DeviceOf = "coalesce((SELECT id FROM former_device WHERE through >= {0} ORDER BY through LIMIT 1), (SELECT value FROM meta WHERE name = 'device'))";

    public static LocalFigures Read(ProgressStore store, RuleBook book, int rep)
    {
        var xp = new SortedDictionary<string, long>(StringComparer.Ordinal);
        AddActivities(store, rep, xp);
        AddKeyed(store, rep, xp);
        xp[Origin.Days] = store.Connection.ExecuteScalar<long>("SELECT coalesce(sum(first_dial + streak), 0) FROM day_award WHERE rep = @rep", new { rep });
        var (shown, all) = Calls(store, book, rep);
        var claimable = new SortedDictionary<string, long>(xp, StringComparer.Ordinal) { [Origin.Notes] = shown };
        xp[Origin.Notes] = all;
        return new LocalFigures(xp, claimable, DealFigures(store, rep));
    }

    private static void AddActivities(ProgressStore store, int rep, SortedDictionary<string, long> xp)
    {
        var sql = $"""
            SELECT {string.Format(DeviceOf, "a.change")} AS device, sum(f.xp)
            FROM activity AS a JOIN xp_fact AS f ON f.rep = a.rep AND f.key = 'activity:' || a.key
            WHERE a.rep = @rep AND NOT (a.key >= @from AND a.key < @end) GROUP BY 1
            """;
        foreach (var (device, sum) in store.Connection.Query<(string, long)>(sql, Outcomes(rep))) xp[Origin.Device(device)] = sum;
        // What a record paid stays with whom it was paid to, whoever owns the record now.
        const string crm = "SELECT coalesce(sum(xp), 0) FROM xp_fact WHERE rep = @rep AND key >= 'activity:' || @from AND key < 'activity:' || @end";
        if (store.Connection.ExecuteScalar<long>(crm, Outcomes(rep)) is > 0 and var paid) xp[Origin.Crm] = paid;
    }

    /// <summary>Training and badge tiers: sets of facts that pay once.</summary>
    private static void AddKeyed(ProgressStore store, int rep, SortedDictionary<string, long> xp)
    {
        const string sql = """
            SELECT key, xp FROM xp_fact
            WHERE rep = @rep AND xp > 0 AND NOT (key >= 'call:' AND key < 'call;') AND NOT (key >= 'activity:' AND key < 'activity;')
            """;
        foreach (var (key, sum) in store.Connection.Query<(string Key, long Xp)>(sql, new { rep }))
            xp[Origin.Paid(key)] = sum;
    }

    private static (long Shown, long All) Calls(ProgressStore store, RuleBook book, int rep)
    {
        var (shown, all) = (0L, 0L);
        using (var calls = new Statement(store.Connection, "SELECT sources, rules, crm <> 0, count(*) FROM call WHERE rep = ?1 GROUP BY 1, 2, 3"))
        {
            calls.Bind(1, (long)rep);
            while (calls.Step()) Add(calls.Int(2) != 0, book.ById[calls.Long(1)].XpOf((CallSource)calls.Int(0)) * calls.Long(3));
        }

        // What versions that were replaced had earned.
        const string kept = "SELECT key, xp FROM xp_fact WHERE rep = @rep AND key >= 'call:' AND key < 'call;'";
        foreach (var (key, xp) in store.Connection.Query<(string Key, long Xp)>(kept, new { rep }).ToList())
        {
            var note = CallFacts.NoteOf(key).ToBlob();
            Add(store.Connection.ExecuteScalar<bool>("SELECT crm <> 0 FROM call WHERE note = @note", new { note }), xp);
        }

        return (shown, all);

        void Add(bool isShown, long xp)
        {
            all += xp;
            if (isShown) shown += xp;
        }
    }

    private static SortedDictionary<string, long> DealFigures(ProgressStore store, int rep)
    {
        var sql = $"""
            SELECT {string.Format(DeviceOf, "change")} AS device, count, CASE WHEN undone IS NOT NULL THEN {string.Format(DeviceOf, "undone")} END AS undoer
            FROM activity WHERE rep = @rep AND kind = '{XpSource.DealClosed}' AND NOT (key >= @from AND key < @end)
            """;
        var deals = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (device, count, undoer) in store.Connection.Query<(string, long, string?)>(sql, Outcomes(rep)))
        {
            Add(Origin.Device(device), count);
            if (undoer is not null) Add(Origin.Undone(undoer), count);
        }

        var crm = CrmDeals.Read(store, rep);
        if (crm != default) (deals[Origin.Crm], deals[Origin.UndoneCrm]) = (crm.Counted, crm.Undone);
        return deals;

        void Add(string origin, long count) => deals[origin] = deals.GetValueOrDefault(origin) + count;
    }

    private static object Outcomes(int rep) => new { rep, from = CrmOutcome.Prefix, end = CrmOutcome.End };
}
