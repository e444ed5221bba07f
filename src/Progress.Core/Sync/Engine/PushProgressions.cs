using System.Text.Json.Nodes;
using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Carries what waits of reps to their records: reads them, merges, and changes each only as it was read.</summary>
internal sealed class PushProgressions : ISyncFlow
{
    private const int MostTries = 6;
    private const string Entity = EntityNames.RepProgression;
    private const string Acknowledged = "acknowledged";

    public string Name => "progression";

    public bool IsPush => true;

    public void Run(SyncPass pass)
    {
        var schema = pass.Schema.Entities.FirstOrDefault(e => e.Name == Entity);
        if (schema is not { Exists: true })
        {
            pass.Fail(
                nameof(RemoteFault.UnknownObject), $"The remote has no {Entity}, so progression is not sent. Initialize-CrmSchema -Connection {pass.Connection} creates it.");
            return;
        }

        TellToday(pass);
        var (tries, before) = (new Tries(), pass.Store.Read(c => c.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM audit")));
        while (Next(pass, tries) is { Count: > 0 } batch) Push(pass, schema, batch, tries);
        var left = OutboxTable.Pending(pass.Store, Entity);
        if (left == 0) pass.Change(change => { CursorTable.Save(change, pass.Connection, Acknowledged, $"{before}"); return true; });
        else pass.Say($"{left} records of reps still wait: others changed them at the same time, or no answer came. The next sync tries again.", isFault: true);
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var pending = OutboxTable.Pending(store, Entity) + (request.Full ? OutboxTable.Refused(store, Entity) : 0);
        var known = store.Read(c => c.ExecuteScalar<int>(
            "SELECT count(*) FROM outbox AS o WHERE entity = @Entity AND EXISTS (SELECT * FROM crm_record WHERE connection = @connection AND entity = @Entity AND key = o.key)", new { Entity, connection }));
        var created = Math.Max(0, pending - known);
        yield return new SyncPlanStep(connection, "read records of reps that wait", SyncDirection.Push, pending, Pages(pending, traits.KeysPerRead), 0);
        yield return new SyncPlanStep(connection, "create records", SyncDirection.Push, created, Pages(created, traits.CreateBatch), 0);
        yield return new SyncPlanStep(connection, "change records", SyncDirection.Push, pending - created, pending - created, 0);

        static long Pages(int records, int size) => (records + size - 1) / size;
    }

    /// <summary>Once a local day the efficiency is told even where nothing else changed.</summary>
    private static void TellToday(SyncPass pass) => pass.Change(change =>
    {
        var told = change.Connection.Query<(long Rep, long? Day)>("SELECT rep, told_day FROM rep_elsewhere").ToDictionary(r => (int)r.Rep, r => r.Day);
        foreach (var rep in RepRegister.Load(change.Store).Active.Where(r => told.ContainsKey(r.Key)))
            if (!(told[rep.Key] >= rep.Zones.ToLocal(change.Now).Day)) change.Outbox(Entity, rep.Member.ToString());
        return true;
    });

    private static List<OutboxEntry> Next(SyncPass pass, Tries tries) =>
        [.. OutboxTable.Read(pass.Store, Entity)
            .Where(e => Guid.TryParse(e.Key, out _) && tries.Of(e.Key) < MostTries)
            .OrderBy(e => tries.Of(e.Key))
            .Take(pass.Provider.Traits.KeysPerRead)];

    private static void Push(SyncPass pass, RemoteEntity schema, List<OutboxEntry> batch, Tries tries)
    {
        // Others are at the same records: not all of us at once again.
        if (batch.Max(e => tries.Of(e.Key)) is > 0 and var again) Pause(pass, again);
        foreach (var entry in batch) tries.Count(entry.Key);
        pass.Report("progression", pass.Pushed + pass.Created, pass.Pushed + pass.Created + OutboxTable.Pending(pass.Store, Entity));
        var records = pass.Provider.Read(Entity, [.. batch.Select(e => e.Key)], pass.Cancel);
        var how = new ExchangeRules(schema.Usable, pass.Request.Force, Cursor(pass));
        var writes = pass.Change(change => Merge(pass, change, how, batch, records, tries));
        if (writes.Count == 0) return;
        Conclude(pass, writes, Write(pass, writes, tries), tries);
    }

    private static void Conclude(SyncPass pass, List<PendingWrite> writes, IReadOnlyList<WriteOutcome> outcomes, Tries tries) => pass.Change(change =>
    {
        var records = new PushedRecords(pass, change);
        for (var i = 0; i < outcomes.Count; i++)
        {
            records.Conclude(writes[i], outcomes[i]);
            if (outcomes[i].Record is { IsDeleted: true }) tries.InBin(writes[i].Write.Key);
        }

        return true;
    });

    private static IReadOnlyList<WriteOutcome> Write(SyncPass pass, List<PendingWrite> writes, Tries tries)
    {
        try
        {
            return pass.Provider.Write(Entity, [.. writes.Select(w => w.Write)], pass.Cancel);
        }
        catch (RemoteException cut) when (cut.Outcomes.Count > 0)
        {
            // What was done before is acknowledged; the rest waits, and the fault is told.
            Conclude(pass, writes, cut.Outcomes, tries);
            throw;
        }
    }

    private static List<PendingWrite> Merge(
        SyncPass pass, StoreChange change, ExchangeRules how, List<OutboxEntry> batch, IReadOnlyList<RemoteRecord> records, Tries tries)
    {
        var exchange = new ProgressionExchange(change, pass.Connection, how);
        var entries = batch.ToDictionary(e => Guid.Parse(e.Key));
        var writes = new List<PendingWrite>();
        var taken = exchange.Take([.. entries.Keys], records, isAll: true, pass.Cancel);
        foreach (var record in taken)
        {
            if (record.RulesDiffer)
                pass.Say("Records were reckoned by other rules than this store's, so only what was entered here is added. Set-ProgressionRule brings the same rules, or Invoke-CrmSync -Force lets ours hold.");
            var entry = entries.GetValueOrDefault(record.Member);
            if (record.Merge.ToSend.Count > 0) writes.Add(PendingWrite.Of(record, entry, how, tries.Generation(record.Member.ToString())));
            else if (entry is not null) OutboxTable.Sent(change, Entity, entry);
        }

        // Ids that were merged into another rep have no record of their own to send.
        foreach (var (member, entry) in entries.Where(e => taken.All(t => t.Member != e.Key))) OutboxTable.Sent(change, Entity, entry);
        pass.Put(change, exchange.Conflicts);
        Complete(pass, how);
        return writes;
    }

    /// <summary>How often each record was tried in this pass, and how many of its ids lie in the bin.</summary>
    private sealed class Tries
    {
        private readonly Dictionary<string, (int Tries, int InBin)> counts = [];

        public int Of(string key) => counts.GetValueOrDefault(key).Tries;

        public int Generation(string key) => counts.GetValueOrDefault(key).InBin;

        public void Count(string key) => counts[key] = counts.GetValueOrDefault(key) with { Tries = Of(key) + 1 };

        public void InBin(string key) => counts[key] = counts.GetValueOrDefault(key) with { InBin = Generation(key) + 1 };
    }

    private static void Complete(SyncPass pass, ExchangeRules how)
    {
        if (!how.IsIncomplete) return;
        var missing = string.Join(", ", ProgressionFields.Needed.Where(f => !how.Usable.Contains(f)));
        pass.Fail(
            "SchemaIncomplete",
            $"SchemaIncomplete: {Entity} lacks {missing}, so XP and deals are not sent. Initialize-CrmSchema -Connection {pass.Connection} adds them, or says what to add by hand.");
    }

    private static void Pause(SyncPass pass, int again)
    {
        var longest = TimeSpan.FromMilliseconds(100 << Math.Min(again, 6));
        Task.Delay(longest * pass.Request.Host.Chance(), pass.Store.Options.Clock, pass.Cancel).GetAwaiter().GetResult();
    }

    private static long? Cursor(SyncPass pass) =>
        long.TryParse(CursorTable.Find(pass.Store, pass.Connection, Acknowledged), out var id) ? id : null;
}
