using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A rep's record after it was taken in: what the remote lacks.</summary>
/// <param name="Member">The rep's <c>workspaceMemberId</c>.</param>
/// <param name="Record">The record that we write to, as read; null where there is none.</param>
/// <param name="Gone">Records that were there, and whose place a new one takes.</param>
/// <param name="Merge">What is to be sent.</param>
/// <param name="RulesDiffer">Whether the record was reckoned by other rules, so that only our own figure and sets go there.</param>
internal sealed record TakenRecord(Guid Member, RemoteRecord? Record, IReadOnlyList<RemoteRecord> Gone, MergeResult Merge, bool RulesDiffer);

/// <summary>Works out what a rep's record lacks of what this store knows.</summary>
internal sealed class RecordLack(StoreChange change, ExchangeRules how, RuleBook book)
{
    public TakenRecord Of(RepState state, RepRecords records)
    {
        var record = records.Canonical;
        var before = records.Before(record)?.Fields;
        var remote = record is null ? [] : ToldFigures.Restored(before, record.Fields);
        var differ = !how.Force && SyncStateFormat.Rules(remote) is { } rules && rules != book.Hash;
        var told = ElsewhereTable.Find(change.Store, state.Rep.Key) ?? ElsewhereFigures.None;
        var merge = RecordMerge.Of(ProgressionFields.Rules, before, Local(state, told.Xp, differ), remote);
        Stamp(merge, record, differ);
        if (record is not null && !how.IsIncomplete) Restore(merge, told);
        if (IsOverwritten(record, before, merge)) merge = merge with { Adds = true };
        return new TakenRecord(records.Member, record, records.Gone, merge, differ);
    }

    private JsonObject Local(RepState state, OriginFigures told, bool differ)
    {
        var figures = LocalFigures.Read(change.Store, book, state.Rep.Key);
        if (differ) figures = OwnOnly(figures);
        var local = LocalRecord.Of(state, WithTold(figures, told), told.Claim(figures.ShownXp).Total);
        foreach (var field in how.Without(differ)) local.Remove(field);
        if (state.Rep.Name is null) local.Remove(ProgressionFields.Name);
        return local;
    }

    /// <summary>Of several records of one rep the first is told what the others claim.</summary>
    private static LocalFigures WithTold(LocalFigures local, OriginFigures told)
    {
        var shown = new SortedDictionary<string, long>(new Dictionary<string, long>(local.ShownXp), StringComparer.Ordinal);
        foreach (var (origin, xp) in told.Origins) shown[origin] = Math.Max(xp, shown.GetValueOrDefault(origin));
        return local with { ShownXp = shown };
    }

    private LocalFigures OwnOnly(LocalFigures figures)
    {
        var own = Origin.Device(StoreIdentity.Device(change.Store).ToString());
        return figures with { ShownXp = figures.ShownXp.Where(o => o.Key == own).ToDictionary(o => o.Key, o => o.Value) };
    }

    /// <summary>Says by which rules the record is reckoned, and restores a state that somebody wiped.</summary>
    private void Stamp(MergeResult merge, RemoteRecord? record, bool differ)
    {
        var isWiped = record is not null && SyncStateFormat.StateOf(record.Fields) is null && SyncStateFormat.StateOf(merge.Result) is not null;
        if (differ || how.IsIncomplete || (SyncStateFormat.Rules(merge.Result) == book.Hash && !isWiped)) return;
        SyncStateFormat.Open(merge.Result)["rules"] = book.Hash;
        merge.ToSend[SyncStateFormat.Field] = merge.Result[SyncStateFormat.Field]!.DeepClone();
    }

    /// <summary>Puts back what somebody decided to put back.</summary>
    private static void Restore(MergeResult merge, ElsewhereFigures told)
    {
        if (told.Xp.Restore + told.Deals.Restore == 0) return;
        SyncStateFormat.Repair(merge.Result, SyncStateFormat.TotalXp, SyncStateFormat.RepairedXp, told.Xp.Restore);
        SyncStateFormat.Repair(merge.Result, SyncStateFormat.ClosedDeals, SyncStateFormat.RepairedDeals, told.Deals.Restore);
        foreach (var field in ExchangeRules.Additive) merge.ToSend[field] = merge.Result[field]?.DeepClone();
    }

    /// <summary>
    /// Whether a writer that is none of our devices put its own level or rank there: such a writer does not raise our revision. What our
    /// devices reckon differently for a while is left to the next push, or they would correct each other for ever.
    /// </summary>
    private static bool IsOverwritten(RemoteRecord? record, JsonObject? before, MergeResult merge) =>
        record is not null
        && (merge.ToSend.ContainsKey(ProgressionFields.Level) || merge.ToSend.ContainsKey(ProgressionFields.Rank))
        && (before is null
            ? SyncStateFormat.StateOf(record.Fields) is null
            : JsonTree.Whole(before[ProgressionFields.Revision]) == JsonTree.Whole(record.Fields[ProgressionFields.Revision])
                && !RecordMerge.Same(before[SyncStateFormat.TotalXp], record.Fields[SyncStateFormat.TotalXp]));
}
