using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Deals that the CRM's own records show, as two figures that never fall: their difference is how many are closed.</summary>
/// <remarks>
/// Every device reads the same records, but not at the same times: one sees a deal reopened and closed again where another only sees it
/// closed. So a device takes up the figures as they were told last, and adds to one of them what brings the difference to what it reads.
/// </remarks>
/// <param name="Counted">Deals counted so far.</param>
/// <param name="Undone">Deals that left the counters.</param>
internal readonly record struct CrmDeals(long Counted, long Undone)
{
    /// <summary>The figures of a rep.</summary>
    public static CrmDeals Read(ProgressStore store, int rep)
    {
        const string sql = "SELECT count(*) FROM activity WHERE rep = @rep AND kind = @kind AND undone IS NULL AND key >= @from AND key < @end";
        var closed = store.Connection.ExecuteScalar<long>(sql, new { rep, kind = XpSource.DealClosed, from = CrmOutcome.Prefix, end = CrmOutcome.End });
        return Agreed(store, rep).With(closed);
    }

    /// <summary>Takes up what was told last, and lets the remote know where that makes a difference.</summary>
    public static void Agree(StoreChange change, RuleBook book, IEnumerable<RepEntry> reps)
    {
        foreach (var rep in reps)
        {
            if (ElsewhereTable.Find(change.Store, rep.Key)?.Deals.Origins is not { } told) continue;
            var (before, agreed) = (Read(change.Store, rep.Key), Agreed(change.Store, rep.Key));
            var next = new CrmDeals(
                Math.Max(agreed.Counted, told.GetValueOrDefault(Origin.Crm)), Math.Max(agreed.Undone, told.GetValueOrDefault(Origin.UndoneCrm)));
            if (next == agreed) continue;
            change.Connection.Execute(
                "INSERT INTO rep_outcome (rep, counted, undone) VALUES (@rep, @Counted, @Undone) ON CONFLICT DO UPDATE SET counted = @Counted, undone = @Undone",
                new { rep = rep.Key, next.Counted, next.Undone });
            if (Read(change.Store, rep.Key) == before) continue;
            ElsewhereTable.Settle(change, book, [rep]);
            change.Outbox(ProgressionRecord.Entity, rep.Member.ToString());
        }
    }

    /// <summary>The least figures from these on whose difference is <paramref name="closed"/>.</summary>
    public CrmDeals With(long closed) =>
        closed >= Counted - Undone ? this with { Counted = Undone + closed } : this with { Undone = Counted - closed };

    private static CrmDeals Agreed(ProgressStore store, int rep)
    {
        var (counted, undone) = store.Connection.QuerySingleOrDefault<(long, long)>("SELECT counted, undone FROM rep_outcome WHERE rep = @rep", new { rep });
        return new CrmDeals(counted, undone);
    }
}
