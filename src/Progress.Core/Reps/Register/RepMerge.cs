using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Joins two ids of one person: everything of the one is credited to the other from then on.</summary>
public static class RepMerge
{
    /// <summary>Merges <paramref name="rep"/> into <paramref name="into"/>; later imports of either id credit the latter.</summary>
    /// <remarks>Days keep the zone that they had. What pays once a rep or day pays once for the two.</remarks>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>RepAmbiguous</c>, <c>MergeIntoSelf</c>.</exception>
    public static Rep Merge(ProgressStore store, string rep, string into, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                var register = RepRegister.Load(store);
                var (from, to) = (register.One(rep), register.One(into));
                if (from.Key == to.Key)
                    throw new ProgressException(
                        "MergeIntoSelf", ErrorKind.Conflict, $"'{rep}' and '{into}' are the same rep, {to.DisplayName} ({to.Member}).", rep);
                var audit = change.Audit("rep", from.Member.ToString(), register.Describe(from), new { MergedInto = to.Member });
                var earliest = EarliestDay(change, from);
                Move(change, from.Key, to.Key);
                if (ElsewhereTable.Find(store, from.Key) is { } told)
                    ElsewhereTable.Save(change, to.Key, (ElsewhereTable.Find(store, to.Key) ?? ElsewhereFigures.None).With(told));
                PayCallsOnce(change, to.Key);
                var book = RuleBook.Load(store);
                RebuildDays(change, book, from.Key, to.Key);
                register = RepRegister.Load(store);
                TrainingLedger.Grant(change, [register[to.Key]], book);
                if (earliest is { } day) Awards.Settle(change, audit, register, book, new Dictionary<int, int> { [to.Key] = day }, cancel);
                change.Outbox(ProgressionRecord.Entity, from.Member.ToString());
                change.Outbox(ProgressionRecord.Entity, to.Member.ToString());
                return register.Describe(register[to.Key]);
            },
            dryRun,
            cancel);

    private static int? EarliestDay(StoreChange change, RepEntry rep) =>
        (int?)change.Connection.ExecuteScalar<long?>("SELECT min(day) FROM (SELECT day FROM rep_day WHERE rep = @rep UNION ALL SELECT day FROM achievement WHERE rep = @rep)", new { rep = rep.Key });

    private static void Move(StoreChange change, int from, int to)
    {
        // OR IGNORE leaves with the merged id what the other has too: it pays once.
        const string sql = """
            UPDATE call SET rep = @to WHERE rep = @from;
            UPDATE activity SET rep = @to WHERE rep = @from;
            UPDATE OR IGNORE achievement SET rep = @to WHERE rep = @from;
            UPDATE OR IGNORE xp_fact SET rep = @to WHERE rep = @from;
            INSERT INTO day_award (rep, day, first_dial, streak, rules)
                SELECT @to, day, first_dial, streak, rules FROM day_award WHERE rep = @from
                ON CONFLICT DO UPDATE SET first_dial = max(first_dial, excluded.first_dial), streak = max(streak, excluded.streak);
            DELETE FROM day_award WHERE rep = @from;
            UPDATE OR IGNORE rep_badge SET rep = @to WHERE rep = @from;
            UPDATE OR IGNORE promotion SET rep = @to WHERE rep = @from;
            UPDATE rep SET merged_into = @to, active = 0, redhawk = NULL WHERE id = @from;
            UPDATE rep SET redhawk = coalesce(redhawk, @redhawk) WHERE id = @to;
            """;
        var redhawk = change.Connection.ExecuteScalar<string?>("SELECT redhawk FROM rep WHERE id = @from", new { from });
        change.Connection.Execute(sql, new { from, to, redhawk });
    }

    /// <summary>A call that was credited to both has a fact of the one and a row of the other.</summary>
    private static void PayCallsOnce(StoreChange change, int rep)
    {
        var kept = change.Connection
            .Query<(string Key, string Source)>("SELECT key, source FROM xp_fact WHERE rep = @rep AND key >= 'call:' AND key < 'call;'", new { rep })
            .ToList();
        foreach (var (key, source) in kept)
            change.Connection.Execute(
                "UPDATE call SET sources = sources & ~@bit WHERE note = @note AND rep = @rep",
                new { bit = (int)CallSources.Of(source), note = CallFacts.NoteOf(key).ToBlob(), rep });
    }

    /// <summary>Counters add up; XP is what the ledger now holds, as some facts were there twice.</summary>
    private static void RebuildDays(StoreChange change, RuleBook book, int from, int to)
    {
        var columns = DayFields.Columns;
        var sum = $"""
            INSERT INTO rep_day (rep, day, {string.Join(", ", columns)})
                SELECT @to, day, {string.Join(", ", columns)} FROM rep_day WHERE rep = @from
                ON CONFLICT DO UPDATE SET {string.Join(", ", columns.Select(c => $"{c} = {c} + excluded.{c}"))};
            DELETE FROM rep_day WHERE rep = @from;
            """;
        change.Connection.Execute(sum, new { from, to });
        change.Connection.Execute("UPDATE rep_day SET own_xp = 0, award_xp = 0 WHERE rep = @to", new { to });
        foreach (var rep in new[] { from, to })
            foreach (var (day, own, award) in LedgerSums.ByDay(change.Store, book, rep))
                change.Connection.Execute(
                    "INSERT INTO rep_day (rep, day, own_xp, award_xp) VALUES (@rep, @day, @own, @award) ON CONFLICT DO UPDATE SET own_xp = @own, award_xp = @award",
                    new { rep, day, own, award });
    }
}
