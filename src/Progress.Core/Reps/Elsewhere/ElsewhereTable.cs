using System.Text.Json;
using Dapper;
using Progress.Json;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Keeps what a remote told of reps, and the part of their totals that is no fact of this store.</summary>
internal static class ElsewhereTable
{
    /// <summary>What the remote last told of a rep, or null where it never did.</summary>
    public static ElsewhereFigures? Find(ProgressStore store, int rep) =>
        store.Connection.QuerySingleOrDefault<string?>("SELECT json FROM rep_elsewhere WHERE rep = @rep", new { rep }) is { } json
            ? JsonSerializer.Deserialize<ElsewhereFigures>(json, OutputJson.Compact)
            : null;

    public static void Save(StoreChange change, int rep, ElsewhereFigures figures) =>
        change.Connection.Execute(
            "INSERT INTO rep_elsewhere (rep, json) VALUES (@rep, @json) ON CONFLICT DO UPDATE SET json = excluded.json",
            new { rep, json = JsonSerializer.Serialize(figures, OutputJson.Compact) });

    /// <summary>Brings what is shown of elsewhere up to what the remote told and the ledger does not hold itself.</summary>
    public static void Settle(StoreChange change, RuleBook book, IEnumerable<RepEntry> reps)
    {
        foreach (var rep in reps)
        {
            if (Find(change.Store, rep.Key) is not { } told) continue;
            var local = LocalFigures.Read(change.Store, book, rep.Key);
            var today = rep.Zones.ToLocal(change.Now).Day;
            Set(change, rep.Key, "elsewhere_xp", Xp(told, local), today);
            Set(change, rep.Key, "elsewhere_deals", Deals(told, local), today);
        }
    }

    /// <summary>Reps whose figures from elsewhere are not what the remote told less what the ledger holds, in words.</summary>
    public static IEnumerable<string> Differences(ProgressStore store)
    {
        var book = RuleBook.Load(store);
        const string sql = "SELECT rep, sum(elsewhere_xp), sum(elsewhere_deals) FROM rep_day GROUP BY rep HAVING sum(elsewhere_xp) <> 0 OR sum(elsewhere_deals) <> 0";
        var shown = store.Connection.Query<(long Rep, long Xp, long Deals)>(sql).ToDictionary(r => (int)r.Rep, r => (r.Xp, r.Deals));
        foreach (var rep in store.Connection.Query<long>("SELECT rep FROM rep_elsewhere ORDER BY rep").Select(r => (int)r).ToList())
        {
            var (told, local) = (Find(store, rep)!, LocalFigures.Read(store, book, rep));
            shown.Remove(rep, out var days);
            if (days != (Xp(told, local), Deals(told, local)))
                yield return $"rep {rep}: from elsewhere the days have {days.Xp} XP and {days.Deals} deals, the CRM told {Xp(told, local)} and {Deals(told, local)}";
        }

        foreach (var (rep, days) in shown) yield return $"rep {rep}: the days have {days.Xp} XP and {days.Deals} deals from elsewhere, of which nobody told";
    }

    /// <summary>XP from elsewhere; never below nothing, so that nothing of the ledger is hidden.</summary>
    public static long Xp(ElsewhereFigures told, LocalFigures local) => Math.Max(0, told.Xp.Shown(local.Xp) - OriginFigures.Sum(local.Xp));

    public static long Deals(ElsewhereFigures told, LocalFigures local) => told.Deals.Shown(local.Deals) - OriginFigures.Sum(local.Deals);

    /// <summary>More arrives today; less is what the ledger holds by now, and leaves from the latest day backwards.</summary>
    private static void Set(StoreChange change, int rep, string column, long value, int today)
    {
        var rows = change.Connection
            .Query<(long Day, long Value)>($"SELECT day, {column} FROM rep_day WHERE rep = @rep AND {column} <> 0 ORDER BY day DESC", new { rep })
            .ToList();
        var rest = value - rows.Sum(r => r.Value);
        foreach (var (day, held) in rows)
        {
            if (rest >= 0) break;
            var taken = Math.Min(held, -rest);
            if (taken <= 0) continue;
            Add((int)day, -taken);
            rest += taken;
        }

        if (rest != 0) Add(today, rest);

        void Add(int day, long amount) => change.Connection.Execute(
            $"INSERT INTO rep_day (rep, day, {column}) VALUES (@rep, @day, @amount) ON CONFLICT DO UPDATE SET {column} = {column} + excluded.{column}",
            new { rep, day, amount });
    }
}
