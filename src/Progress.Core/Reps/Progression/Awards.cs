using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Grants what changed days bring, and queues the reps for the remote: the last step of every change to the ledger.</summary>
internal static class Awards
{
    /// <param name="change">The change.</param>
    /// <param name="audit">Its audit row.</param>
    /// <param name="register">The reps.</param>
    /// <param name="book">The rules.</param>
    /// <param name="earliest">Reps whose days changed, each with the earliest of them.</param>
    /// <param name="cancel">Ends between two reps.</param>
    /// <param name="queue">Whether the remote will want them: not where it was the remote that told.</param>
    public static void Settle(
        StoreChange change, long audit, RepRegister register, RuleBook book, IReadOnlyDictionary<int, int> earliest, CancellationToken cancel,
        bool queue = true)
    {
        using var facts = new FactTable(change.Connection);
        var days = new DayLedger();
        var reps = earliest.Keys.Select(key => register[key]).ToList();
        // A rank is judged on the total, which must not count twice what the ledger holds by now.
        ElsewhereTable.Settle(change, book, reps);
        foreach (var history in HistoryReader.Read(change.Store, reps, rep => rep.Zones.ToLocal(change.Now).Day).ToList())
        {
            cancel.ThrowIfCancellationRequested();
            var rep = history.Rep;
            // Days that passed since the last settling are judged now, too.
            var from = Math.Min(earliest[rep.Key], rep.EvaluatedThrough + 1 ?? int.MaxValue);
            Grant(change, audit, rep, AwardRun.Of(history, book, from, history.Days.Last), facts, days);
            change.Connection.Execute("UPDATE rep SET evaluated_through = @through WHERE id = @key", new { through = history.Days.Last, key = rep.Key });
        }

        days.Flush(change);
        ElsewhereTable.Settle(change, book, reps);
        if (!queue) return;
        foreach (var rep in reps) change.Outbox(ProgressionRecord.Entity, rep.Member.ToString());
    }

    /// <summary>
    /// Leaves days to be judged later: readers judge them on the fly until then. For changes that come in many pages, each of which would
    /// settle the same reps.
    /// </summary>
    public static void Defer(StoreChange change, RepRegister register, RuleBook book, IReadOnlyDictionary<int, int> earliest)
    {
        foreach (var (key, day) in earliest)
        {
            change.Connection.Execute(
                "UPDATE rep SET evaluated_through = min(coalesce(evaluated_through, @before), @before) WHERE id = @key", new { key, before = day - 1 });
            change.Outbox(ProgressionRecord.Entity, register[key].Member.ToString());
        }

        // Calls weigh against what the record counts of calls; where it counts none yet, nothing shifts.
        var counted = earliest.Keys.Where(key => ElsewhereTable.Find(change.Store, key)?.Xp.Origins.GetValueOrDefault(Origin.Notes) > 0);
        ElsewhereTable.Settle(change, book, counted.Select(key => register[key]));
    }

    private static void Grant(StoreChange change, long audit, RepEntry rep, AwardSet awards, FactTable facts, DayLedger days)
    {
        using var award = new Statement(
            change.Connection,
            """
            INSERT INTO day_award (rep, day, first_dial, streak, rules) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET first_dial = first_dial + excluded.first_dial, streak = streak + excluded.streak
            """);
        foreach (var (day, (first, streak, rules)) in awards.Days)
        {
            award.Bind(1, (long)rep.Key).Bind(2, (long)day).Bind(3, (long)first).Bind(4, (long)streak).Bind(5, rules).Run();
            DayFields.Add(days[rep.Key, day], DayField.AwardXp, first + streak);
        }

        foreach (var badge in awards.Badges)
            if (facts.Grant(rep.Key, badge)) DayFields.Add(days[rep.Key, badge.Day], DayField.AwardXp, badge.Xp);
        const string promote = "INSERT INTO promotion (rep, grade, day, rules, evidence, change) VALUES (@rep, @grade, @day, @rules, @evidence, @audit)";
        foreach (var p in awards.Promotions)
            change.Connection.Execute(promote, new { rep = rep.Key, grade = p.Grade, day = p.Day, rules = p.Rules, evidence = p.Evidence, audit });
    }
}
