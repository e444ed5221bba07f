using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Carries progress records that wait: new ones at once, known ones after a look at what the remote has.</summary>
internal sealed class PushTaskProgress : ISyncFlow
{
    private const int MostTries = 4;
    private const string Entity = EntityNames.TaskProgress;
    private const string Device = "taskProgress:device";

    public string Name => "task progress";

    public bool IsPush => true;

    public void Run(SyncPass pass)
    {
        if (pass.Existing(Entity, "task progress is not sent") is not { } entity) return;
        Acquaint(pass);
        Link(pass);
        for (var tries = 0; tries < MostTries && Waiting(pass) is { Count: > 0 } waiting; tries++)
            foreach (var batch in waiting.Chunk(pass.Provider.Traits.KeysPerRead))
            {
                pass.Report("task progress", pass.Pushed + pass.Created);
                Push(pass, entity, batch);
            }

        if (OutboxTable.Pending(pass.Store, Entity) is > 0 and var left)
            pass.Say($"{left} progress records still wait: no answer came. The next sync tries again.", isFault: true);
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var pending = OutboxTable.Pending(store, Entity) + (request.Full ? OutboxTable.Refused(store, Entity) : 0);
        var known = OutboxTable.Known(store, connection, Entity);
        yield return new SyncPlanStep(connection, "read task progress that waits", SyncDirection.Push, known, Pages.Of(known, traits.KeysPerRead), 0);
        yield return new SyncPlanStep(connection, "write task progress", SyncDirection.Push, pending, Pages.Of(pending, traits.UpdateBatch), 0);
    }

    /// <summary>
    /// A store that does not know what it sent, because it is new to the remote or was restored, reads what is there first: what is new
    /// here is written without a look.
    /// </summary>
    private static void Acquaint(SyncPass pass)
    {
        var device = StoreIdentity.Device(pass.Store).ToString();
        if (CursorTable.Find(pass.Store, pass.Connection, Device) == device) return;
        pass.Change(change =>
        {
            foreach (var reading in new[] { Entity, EntityNames.CustomerAsset }) CursorTable.Forget(change, pass.Connection, reading);
            return true;
        });
        new PullCustomers().Run(pass);
        new PullTaskProgress().Run(pass);
        pass.Change(change =>
        {
            CursorTable.Save(change, pass.Connection, Device, device);
            return true;
        });
    }

    /// <summary>Customers whose records wait need their rows there.</summary>
    private static void Link(SyncPass pass)
    {
        using var table = new TaskProgressTable(pass.Store.Connection);
        CustomerLinks.Settle(pass, OutboxTable.Read(pass.Store, Entity).Select(e => table.Find(Guid.Parse(e.Key))?.Customer).OfType<int>().ToHashSet());
    }

    /// <summary>What waits, in the order in which it was entered: codes are given in that order.</summary>
    private static List<OutboxEntry> Waiting(SyncPass pass)
    {
        using var table = new TaskProgressTable(pass.Store.Connection);
        return [.. OutboxTable.Read(pass.Store, Entity).OrderBy(e => table.Find(Guid.Parse(e.Key))?.Id)];
    }

    private static void Push(SyncPass pass, RemoteEntity entity, IReadOnlyList<OutboxEntry> batch)
    {
        var known = new Dictionary<string, RemoteRecord>(StringComparer.OrdinalIgnoreCase);
        var asked = ProgressWrites.Known(pass, batch);
        // By its id where it has one: people can change keys.
        foreach (var record in asked.Count == 0 ? [] : pass.Provider.Read(Entity, asked, pass.Cancel)) known.TryAdd(record.Id, record);
        var writes = pass.Change(change =>
        {
            using var prepared = new ProgressWrites(pass, change, entity);
            return prepared.Of(batch, known.Values);
        });
        if (writes.Count == 0) return;
        try
        {
            Conclude(pass, entity, writes, pass.Provider.Write(Entity, [.. writes.Select(w => w.Write)], pass.Cancel));
        }
        catch (RemoteException cut) when (cut.Outcomes.Count > 0)
        {
            Conclude(pass, entity, writes, cut.Outcomes);
            throw;
        }
    }

    private static void Conclude(SyncPass pass, RemoteEntity entity, IReadOnlyList<ProgressWrite> writes, IReadOnlyList<WriteOutcome> outcomes) => pass.Change(change =>
    {
        using var written = new ProgressWrites(pass, change, entity);
        for (var i = 0; i < outcomes.Count; i++) written.Conclude(writes[i], outcomes[i]);
        return true;
    });
}
