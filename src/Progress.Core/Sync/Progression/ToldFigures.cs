using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>What a rep's records tell of the additive figures, all of them together, and what happened to them since they were told last.</summary>
/// <param name="Figures">The figures; what a blind writer overwrote is kept as lost.</param>
/// <param name="Fell">Foreign figures that shrank: field, what it was, what it is.</param>
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
                lostXp = Math.Max(0, lostXp - Repaired(SyncStateFormat.RepairedXp)) + Shrunk(SyncStateFormat.TotalXp, record, was.Xp, told.Xp);
                lostDeals = Math.Max(0, lostDeals - Repaired(SyncStateFormat.RepairedDeals)) + Shrunk(SyncStateFormat.ClosedDeals, record, was.Deals, told.Deals);

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

        long Shrunk(string field, RemoteRecord record, OriginFigures was, OriginFigures told)
        {
            var gone = Math.Max(0, was.Foreign - told.Foreign);
            if (gone > 0) fell.Add((field, record.Id, was.Foreign, told.Foreign));
            return gone;
        }
    }

    public static ElsewhereFigures Read(JsonObject record) => new(SyncStateFormat.Xp.Read(record), SyncStateFormat.Deals.Read(record));

    /// <summary>The record with the state that it had, where a writer wiped it: what we claimed is still in the total.</summary>
    public static JsonObject Restored(JsonObject? before, JsonObject now)
    {
        if (before is null || SyncStateFormat.StateOf(now) is not null || SyncStateFormat.StateOf(before) is not { } state) return now;
        var restored = (JsonObject)now.DeepClone();
        restored[SyncStateFormat.Field] = state.DeepClone();
        return restored;
    }
}
