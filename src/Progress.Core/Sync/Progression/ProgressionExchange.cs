using System.Text.Json.Nodes;
using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes records of reps into the store, and says what they lack. Everything happens in the caller's transaction.</summary>
internal sealed class ProgressionExchange
{
    private readonly StoreChange change;
    private readonly string connection;
    private readonly ExchangeRules how;
    private readonly RuleBook book;
    private readonly Lazy<long> audit;
    private RepRegister register;

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
        var read = records.Where(r => Guid.TryParse(r.Key, out _)).ToLookup(r => Guid.Parse(r.Key));
        foreach (var member in members) Meet(member, read[member]);
        var reps = members.Select(m => register.Credited(register.Member(m)!)).DistinctBy(r => r.Key).ToList();
        var ids = register.All.ToLookup(r => register.Credited(r).Key, r => r.Member);
        var known = reps.ToDictionary(r => r.Key, r => RepRecords.Of(change.Store, connection, r, ids[r.Key], asked, read));
        foreach (var rep in reps) Keep(rep, known[rep.Key]);
        Learn(reps, known, cancel);
        return [.. States(reps).Select(state => Lack(state, known[state.Rep.Key]))];
    }

    /// <summary>A rep whom the remote knows and the store does not.</summary>
    private void Meet(Guid member, IEnumerable<RemoteRecord> records)
    {
        if (register.Member(member) is not null) return;
        var name = records.Select(r => r.Fields[ProgressionFields.Name].Text()).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));
        RepDirectory.Insert(change, register, new NewRep(member, name, change.Store.Options.TimeZone));
    }

    private void Keep(RepEntry rep, RepRecords records)
    {
        // What a record that is gone told still holds, until another one takes its place.
        var told = ToldFigures.Of(ElsewhereTable.Find(change.Store, rep.Key), records.Shadows, [.. records.Now, .. records.Gone]);
        Report(rep, told, records);
        if (records.Now.Count + records.Gone.Count > 0) ElsewhereTable.Save(change, rep.Key, told.Figures);
        foreach (var record in records.Now.Where(r => records.Before(r) is not { } before || !JsonNode.DeepEquals(before.Fields, r.Fields)))
            ShadowTable.Save(change, connection, EntityNames.RepProgression, ToldFigures.Restored(records.Shadows, record));
        OwnDevice(rep, told.Figures);
        Rename(rep, records);
    }

    private void Report(RepEntry rep, ToldFigures told, RepRecords records)
    {
        foreach (var (field, record, was, now) in told.Fell)
            Conflicts.Add(new RecordConflict(rep, record, field, ConflictKind.Lowered, JsonValue.Create(was), JsonValue.Create(now)));
        foreach (var record in records.Gone)
            Conflicts.Add(new RecordConflict(rep, record.Id, ProgressionFields.Member, ConflictKind.Gone, null, null));
        if (records.Own is { Count: > 1 } own)
            Conflicts.Add(new RecordConflict(
                rep, records.Canonical!.Id, ProgressionFields.Member, ConflictKind.Duplicate, null, new JsonArray([.. own.Select(r => JsonValue.Create(r.Id))])));
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

    private void Rename(RepEntry rep, RepRecords records)
    {
        if (records.Canonical is not { } record || record.Fields[ProgressionFields.Name].Text() is not { Length: > 0 } name) return;
        var before = records.Before(record);
        if (rep.Name is not null && (before is null || before.Fields[ProgressionFields.Name].Text() == name)) return;
        change.Connection.Execute("UPDATE rep SET name = @name WHERE id = @key", new { key = rep.Key, name });
    }

    private void Learn(IReadOnlyList<RepEntry> reps, Dictionary<int, RepRecords> known, CancellationToken cancel)
    {
        var earliest = new Dictionary<int, int>();
        var adoption = new SetAdoption(change, audit, book);
        foreach (var state in States(reps.Where(r => known[r.Key].Now.Count > 0)))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var record in known[state.Rep.Key].Now)
                if (adoption.Adopt(state, LocalRecord.Sets(record.Fields)) is { } day)
                    earliest[state.Rep.Key] = Math.Min(day, earliest.GetValueOrDefault(state.Rep.Key, day));
        }

        register = RepRegister.Load(change.Store);
        if (earliest.Count > 0) Awards.Settle(change, audit.Value, register, book, earliest, cancel, queue: false);
        ElsewhereTable.Settle(change, book, reps.Where(r => !earliest.ContainsKey(r.Key)).Select(r => register[r.Key]));
    }

    private TakenRecord Lack(RepState state, RepRecords records)
    {
        var taken = new RecordLack(change, how, book).Of(state, records);
        // A name that never was agreed on is no change of anybody's.
        if (records.Before(taken.Record) is not null)
            foreach (var conflict in taken.Merge.Conflicts)
                Conflicts.Add(new RecordConflict(state.Rep, taken.Record!.Id, conflict.Field, ConflictKind.BothChanged, conflict.Ours, conflict.Theirs));
        return taken;
    }

    private IReadOnlyList<RepState> States(IEnumerable<RepEntry> reps) =>
        reps.Select(r => r.Member.ToString()).ToList() is { Count: > 0 } ids ? RepState.Read(change.Store, ids, null) : [];
}
