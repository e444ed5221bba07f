using System.Text.Json.Nodes;
using Dapper;
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

/// <summary>Takes records of reps into the store, and says what they lack. Everything happens in the caller's transaction.</summary>
internal sealed class ProgressionExchange
{
    private readonly StoreChange change;
    private readonly string connection;
    private readonly ExchangeRules how;
    private readonly RuleBook book;
    private readonly Lazy<long> audit;
    private RepRegister register;
    private ILookup<int, Guid> ids = null!;

    public ProgressionExchange(StoreChange change, string connection, ExchangeRules how)
    {
        (this.change, this.connection, this.how) = (change, connection, how);
        book = RuleBook.Load(change.Store);
        register = RepRegister.Load(change.Store);
        audit = new Lazy<long>(() => change.Audit("sync", connection, null, new { Entity = EntityNames.RepProgression }));
    }

    /// <summary>What came up that a person should see.</summary>
    public List<RecordConflict> Conflicts { get; } = [];

    /// <param name="members">Whose records to take.</param>
    /// <param name="records">What the remote has of them.</param>
    /// <param name="isAll">Whether that is everything, so that what is not there is gone; a page of changes is not.</param>
    /// <param name="cancel">Ends between two reps.</param>
    public IReadOnlyList<TakenRecord> Take(IReadOnlyCollection<Guid> members, IReadOnlyList<RemoteRecord> records, bool isAll, CancellationToken cancel)
    {
        var asked = isAll ? members.ToHashSet() : [];
        var byMember = records.Where(r => Guid.TryParse(r.Key, out _)).ToLookup(r => Guid.Parse(r.Key));
        foreach (var member in members) Meet(member, byMember[member]);
        var reps = members.Select(m => register.Credited(register.Member(m)!)).DistinctBy(r => r.Key).ToList();
        ids = register.All.ToLookup(r => register.Credited(r).Key, r => r.Member);
        var kept = reps.ToDictionary(r => r.Key, r => Know(r, asked, byMember));
        Learn(reps, kept, cancel);
        return [.. States(reps).Select(state => Lacks(state, kept[state.Rep.Key]))];
    }

    /// <summary>A rep whom the remote knows and the store does not.</summary>
    private void Meet(Guid member, IEnumerable<RemoteRecord> records)
    {
        if (register.Member(member) is not null) return;
        var name = records.Select(r => JsonTree.Text(r.Fields[ProgressionFields.Name])).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));
        RepDirectory.Insert(change, register, new NewRep(member, name, change.Store.Options.TimeZone));
    }

    /// <summary>Records of a rep, of merged ids too: as told last, as told now, and those that are not there any more.</summary>
    private sealed record Known(Guid Member, IReadOnlyList<RemoteRecord> Shadows, IReadOnlyList<RemoteRecord> Now, IReadOnlyList<RemoteRecord> Gone);

    private Known Know(RepEntry rep, IReadOnlySet<Guid> asked, ILookup<Guid, RemoteRecord> read)
    {
        var (shadows, now, gone) = (new List<RemoteRecord>(), new List<RemoteRecord>(), new List<RemoteRecord>());
        foreach (var id in ids[rep.Key])
        {
            var before = ShadowTable.Read(change.Store, connection, EntityNames.RepProgression, id.ToString());
            shadows.AddRange(before);
            now.AddRange(read[id]);
            // A page of changes does not tell of records that did not change.
            (asked.Contains(id) ? gone : now).AddRange(before.Where(b => read[id].All(r => r.Id != b.Id)));
        }

        var known = new Known(rep.Member, shadows, now, gone);
        // What a record that is gone told still holds, until another one takes its place.
        var told = ToldFigures.Of(ElsewhereTable.Find(change.Store, rep.Key), shadows, [.. now, .. gone]);
        Report(rep, told, known);
        if (now.Count + gone.Count > 0) ElsewhereTable.Save(change, rep.Key, told.Figures);
        foreach (var record in now) ShadowTable.Save(change, connection, EntityNames.RepProgression, record);
        OwnDevice(rep, told.Figures);
        Rename(rep, known);
        return known;
    }

    private void Report(RepEntry rep, ToldFigures told, Known known)
    {
        foreach (var (field, record, was, now) in told.Fell)
            Conflicts.Add(new RecordConflict(rep, record, field, ConflictKind.Lowered, JsonValue.Create(was), JsonValue.Create(now)));
        var own = known.Now.Where(r => r.Key == rep.Member.ToString()).ToList();
        foreach (var record in known.Gone)
            Conflicts.Add(new RecordConflict(rep, record.Id, ProgressionFields.Member, ConflictKind.Gone, null, null));
        if (own.Count > 1)
            Conflicts.Add(new RecordConflict(rep, Canonical(known)!.Id, ProgressionFields.Member, ConflictKind.Duplicate, null, new JsonArray([.. own.Select(r => JsonValue.Create(r.Id))])));
    }

    /// <summary>A figure of ours that is ahead of us was claimed by a copy of this store: the name is the copy's from now on.</summary>
    private void OwnDevice(RepEntry rep, ElsewhereFigures told)
    {
        var origin = Origin.Device(StoreIdentity.Device(change.Store).ToString());
        if (!told.Xp.Origins.TryGetValue(origin, out var claimed)) return;
        if (claimed <= LocalFigures.Read(change.Store, book, rep.Key).Xp.GetValueOrDefault(origin)) return;
        // What nobody acknowledged yet is told under the new name.
        StoreIdentity.Renew(change.Connection, change.Store.Options.NewId(), how.Acknowledged);
        change.Audit("store", change.Store.Location.Path, new { Device = origin }, new { Device = StoreIdentity.Device(change.Store), Because = "the remote has more of it than this store" });
    }

    private void Rename(RepEntry rep, Known known)
    {
        if (Canonical(known) is not { } record || JsonTree.Text(record.Fields[ProgressionFields.Name]) is not { Length: > 0 } name) return;
        var before = known.Shadows.FirstOrDefault(s => s.Id == record.Id);
        if (rep.Name is not null && (before is null || JsonTree.Text(before.Fields[ProgressionFields.Name]) == name)) return;
        change.Connection.Execute("UPDATE rep SET name = @name WHERE id = @key", new { key = rep.Key, name });
    }

    private void Learn(IReadOnlyList<RepEntry> reps, Dictionary<int, Known> kept, CancellationToken cancel)
    {
        var earliest = new Dictionary<int, int>();
        var adoption = new SetAdoption(change, audit, book);
        foreach (var state in States(reps))
        {
            cancel.ThrowIfCancellationRequested();
            var told = kept[state.Rep.Key].Now.Select(r => LocalRecord.Sets(r.Fields)).ToList();
            if (told.Count == 0) continue;
            foreach (var sets in told)
                if (adoption.Adopt(state, sets) is { } day) earliest[state.Rep.Key] = Math.Min(day, earliest.GetValueOrDefault(state.Rep.Key, day));
        }

        register = RepRegister.Load(change.Store);
        if (earliest.Count > 0) Awards.Settle(change, audit.Value, register, book, earliest, cancel, queue: false);
        ElsewhereTable.Settle(change, book, reps.Where(r => !earliest.ContainsKey(r.Key)).Select(r => register[r.Key]));
    }

    private IReadOnlyList<RepState> States(IEnumerable<RepEntry> reps) =>
        RepState.Read(change.Store, [.. reps.Select(r => r.Member.ToString())], null);

    private TakenRecord Lacks(RepState state, Known known)
    {
        var record = Canonical(known);
        var before = known.Shadows.FirstOrDefault(s => s.Id == record?.Id)?.Fields;
        var remote = record is null ? [] : ToldFigures.Restored(before, record.Fields);
        var differ = !how.Force && SyncStateFormat.Rules(remote) is { } rules && rules != book.Hash;
        var figures = LocalFigures.Read(change.Store, book, state.Rep.Key);
        var claimed = differ ? OwnOnly(figures) : figures;
        var all = ElsewhereTable.Find(change.Store, state.Rep.Key)?.Xp ?? OriginFigures.None;
        var local = LocalRecord.Of(state, Told(claimed, all), all.Claim(claimed.ShownXp).Total);
        foreach (var field in how.Without(differ)) local.Remove(field);
        if (state.Rep.Name is null) local.Remove(ProgressionFields.Name);
        var merge = RecordMerge.Of(ProgressionFields.Rules, before, local, remote);
        // A name that never was agreed on is no change of anybody's.
        foreach (var conflict in merge.Conflicts.Where(_ => before is not null))
            Conflicts.Add(new RecordConflict(state.Rep, record!.Id, conflict.Field, ConflictKind.BothChanged, conflict.Ours, conflict.Theirs));
        Stamp(merge, record, differ);
        if (record is not null && !how.IsIncomplete) Restore(merge, state.Rep);
        return new TakenRecord(known.Member, record, known.Gone, merge, differ);
    }

    /// <summary>Of several records of one rep the first tells the rest what they claimed.</summary>
    private static LocalFigures Told(LocalFigures local, OriginFigures all)
    {
        var shown = new SortedDictionary<string, long>(new Dictionary<string, long>(local.ShownXp), StringComparer.Ordinal);
        foreach (var (origin, xp) in all.Origins) shown[origin] = Math.Max(xp, shown.GetValueOrDefault(origin));
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
    private void Restore(MergeResult merge, RepEntry rep)
    {
        if (ElsewhereTable.Find(change.Store, rep.Key) is not { } told || told.Xp.Restore + told.Deals.Restore == 0) return;
        SyncStateFormat.Repair(merge.Result, SyncStateFormat.TotalXp, SyncStateFormat.RepairedXp, told.Xp.Restore);
        SyncStateFormat.Repair(merge.Result, SyncStateFormat.ClosedDeals, SyncStateFormat.RepairedDeals, told.Deals.Restore);
        foreach (var field in ExchangeRules.Additive) merge.ToSend[field] = merge.Result[field]?.DeepClone();
    }

    /// <summary>The record that we write to: the one whose id follows from the member, else the first.</summary>
    private static RemoteRecord? Canonical(Known known)
    {
        var own = known.Now.Where(r => r.Key == known.Member.ToString()).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        return own.Find(r => RecordId.Is(known.Member, r.Id)) ?? own.FirstOrDefault();
    }
}
