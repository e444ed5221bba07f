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

    /// <summary>Version of what is told though nothing waits.</summary>
    private const long Unqueued = 0;

    public string Name => "progression";

    public bool IsPush => true;

    public void Run(SyncPass pass)
    {
        if (pass.Existing(Entity, "progression is not sent") is not { } schema) return;
        Complete(pass, ExchangeRules.Of(pass, schema));
        var (tries, before) = (new PushTries(), pass.Store.Read(c => c.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM audit")));
        while (Next(pass, tries) is { Count: > 0 } batch) Push(pass, schema, batch, tries);
        foreach (var batch in DueToday(pass).Chunk(pass.Provider.Traits.KeysPerRead)) Push(pass, schema, batch, tries);
        var left = OutboxTable.Pending(pass.Store, Entity);
        if (left > 0) pass.Say($"{left} records of reps still wait: others changed them at the same time, or no answer came. The next sync tries again.", isFault: true);
        else if (OutboxTable.Refused(pass.Store, Entity) == 0)
            pass.Change(change => { CursorTable.Save(change, pass.Connection, ExchangeRules.AcknowledgedCursor, $"{before}"); return true; });
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var pending = OutboxTable.Pending(store, Entity) + (request.Full ? OutboxTable.Refused(store, Entity) : 0);
        var known = OutboxTable.Known(store, connection, Entity);
        var created = Math.Max(0, pending - known);
        yield return new SyncPlanStep(connection, "read records of reps that wait", SyncDirection.Push, pending, Pages.Of(pending, traits.KeysPerRead), 0);
        yield return new SyncPlanStep(connection, "create records", SyncDirection.Push, created, Pages.Of(created, traits.CreateBatch), 0);
        yield return new SyncPlanStep(connection, "change records", SyncDirection.Push, pending - created, pending - created, 0);
    }

    /// <summary>Once a local day the efficiency is told even where nothing else changed.</summary>
    private static List<OutboxEntry> DueToday(SyncPass pass)
    {
        var told = pass.Store.Read(c => c.Query<(long Rep, long? Day)>("SELECT rep, told_day FROM rep_elsewhere").ToDictionary(r => (int)r.Rep, r => r.Day));
        return
        [
            .. RepRegister.Load(pass.Store).Active
                .Where(r => told.TryGetValue(r.Key, out var day) && !(day >= r.Zones.ToLocal(pass.Store.UtcNow).Day))
                .Select(r => new OutboxEntry(r.Member.ToString(), Unqueued)),
        ];
    }

    /// <summary>What is to go next: records to be created come together, so that they fill their calls.</summary>
    private static List<OutboxEntry> Next(SyncPass pass, PushTries tries)
    {
        var known = ShadowTable.Keys(pass.Store, pass.Connection, Entity);
        return
        [
            .. OutboxTable.Read(pass.Store, Entity)
                .Where(e => Guid.TryParse(e.Key, out _) && tries.Of(e.Key) < MostTries)
                .OrderBy(e => tries.Of(e.Key)).ThenBy(e => known.Contains(e.Key))
                .Take(pass.Provider.Traits.KeysPerRead),
        ];
    }

    private static void Push(SyncPass pass, RemoteEntity schema, IReadOnlyList<OutboxEntry> batch, PushTries tries)
    {
        // Others are at the same records: not all of us at once again.
        if (batch.Max(e => tries.Of(e.Key)) is > 0 and var again) Pause(pass, again);
        foreach (var entry in batch) tries.Count(entry.Key);
        pass.Report("progression", pass.Pushed + pass.Created, pass.Pushed + pass.Created + OutboxTable.Pending(pass.Store, Entity));
        var records = pass.Provider.Read(Entity, [.. batch.Select(e => e.Key)], pass.Cancel);
        var how = ExchangeRules.Of(pass, schema);
        var writes = pass.Change(change => Merge(pass, change, how, batch, records, tries));
        if (writes.Count == 0) return;
        Conclude(pass, writes, Write(pass, writes, tries), tries);
    }

    private static void Conclude(SyncPass pass, List<PendingWrite> writes, IReadOnlyList<WriteOutcome> outcomes, PushTries tries) => pass.Change(change =>
    {
        var records = new PushedRecords(pass, change);
        for (var i = 0; i < outcomes.Count; i++)
        {
            records.Conclude(writes[i], outcomes[i]);
            if (outcomes[i].Record is { IsDeleted: true }) tries.InBin(writes[i].Write.Key);
        }

        return true;
    });

    private static IReadOnlyList<WriteOutcome> Write(SyncPass pass, List<PendingWrite> writes, PushTries tries)
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
        SyncPass pass, StoreChange change, ExchangeRules how, IReadOnlyList<OutboxEntry> batch, IReadOnlyList<RemoteRecord> records, PushTries tries)
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
            else if (entry is not null) PushedRecords.NothingToSend(change, record.Member, entry, how.IsIncomplete);
        }

        // Ids that were merged into another rep have no record of their own to send.
        foreach (var (member, entry) in entries.Where(e => taken.All(t => t.Member != e.Key))) OutboxTable.Sent(change, Entity, entry);
        pass.Put(change, exchange.Conflicts);
        return [.. writes.OrderBy(w => w.Write.Expected is not null)];
    }

    private static void Complete(SyncPass pass, ExchangeRules how)
    {
        if (!how.IsIncomplete)
        {
            pass.Change(change => OutboxTable.Retry(change, Entity, PushedRecords.Incomplete));
            return;
        }

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
}
