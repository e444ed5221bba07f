using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>What a rep's records tell of the additive figures, all of them together, and what happened to them since they were told last.</summary>
/// <param name="Figures">The figures; what a blind writer overwrote is kept as lost.</param>
/// <param name="Fell">Totals of which a foreign part was overwritten: field, record, what is shown on, what it is there.</param>
internal sealed record ToldFigures(ElsewhereFigures Figures, IReadOnlyList<(string Field, string Record, long Was, long Is)> Fell)
{
    /// <param name="known">What was known, with what is lost; null where nothing was.</param>
    /// <param name="shadows">The records as told last.</param>
    /// <param name="now">The records as told now.</param>
    public static ToldFigures Of(ElsewhereFigures? known, IReadOnlyList<RemoteRecord> shadows, IReadOnlyList<RemoteRecord> now)
    {
        var (xp, deals) = (known?.Xp ?? OriginFigures.None, known?.Deals ?? OriginFigures.None);
        var (lostXp, lostDeals) = (xp.Lost, deals.Lost);
        var (figures, fell) = (ElsewhereFigures.None, new List<(string, string, long, long)>());
        foreach (var record in now)
        {
            var before = shadows.FirstOrDefault(s => s.Id == record.Id)?.Fields;
            var fields = Restored(before, record.Fields);
            var told = Read(fields);
            if (before is not null)
            {
                var was = Read(before);
                lostXp = Lost(SyncStateFormat.TotalXp, record, Math.Max(0, lostXp - Repaired(SyncStateFormat.RepairedXp)), was.Xp, told.Xp);
                lostDeals = Lost(SyncStateFormat.ClosedDeals, record, Math.Max(0, lostDeals - Repaired(SyncStateFormat.RepairedDeals)), was.Deals, told.Deals);

                // Another of our devices may have put back what was overwritten.
                long Repaired(string field) => Math.Max(0, SyncStateFormat.Figure(fields, field) - SyncStateFormat.Figure(before, field));
            }

            figures = figures.With(told);
        }

        return new ToldFigures(
            new ElsewhereFigures(
                figures.Xp with { Lost = lostXp, Restore = Math.Min(xp.Restore, lostXp) },
                figures.Deals with { Lost = lostDeals, Restore = Math.Min(deals.Restore, lostDeals) }),
            fell);

        long Lost(string field, RemoteRecord record, long before, OriginFigures was, OriginFigures told)
        {
            var gone = Math.Max(0, was.Foreign - told.Foreign);
            if (gone > 0) fell.Add((field, record.Id, told.Total + before + gone, told.Total));
            return before + gone;
        }
    }

    public static ElsewhereFigures Read(JsonObject record) => new(SyncStateFormat.Xp.Read(record), SyncStateFormat.Deals.Read(record));

    /// <summary>A record as it is to be remembered: a state that was wiped is known until it is there again.</summary>
    public static RemoteRecord Restored(IReadOnlyList<RemoteRecord> shadows, RemoteRecord now) =>
        now with { Fields = Restored(shadows.FirstOrDefault(s => s.Id == now.Id)?.Fields, now.Fields) };

    /// <summary>The record with the state that it had, where a writer wiped it: what we claimed is still in the total.</summary>
    public static JsonObject Restored(JsonObject? before, JsonObject now)
    {
        if (before is null || SyncStateFormat.StateOf(now) is not null || SyncStateFormat.StateOf(before) is not { } state) return now;
        var restored = (JsonObject)now.DeepClone();
        restored[SyncStateFormat.Field] = state.DeepClone();
        return restored;
    }
}
