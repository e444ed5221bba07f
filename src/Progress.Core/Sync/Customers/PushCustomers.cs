using System.Text.Json.Nodes;
using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Carries what is ours of customers: the milestone, and what follows from their progress.</summary>
internal sealed class PushCustomers : ISyncFlow
{
    private const string Entity = EntityNames.CustomerAsset;

    public string Name => "customers";

    public bool IsPush => true;

    public void Run(SyncPass pass)
    {
        if (pass.Existing(Entity, "customers are not sent") is not { } entity) return;
        var waiting = OutboxTable.Read(pass.Store, Entity);
        if (waiting.Count == 0) return;
        var register = CustomerRegister.Load(pass.Store);
        CustomerLinks.Settle(pass, waiting.Select(e => register.Find(e.Key)?.Key).OfType<int>().ToHashSet());
        var unlisted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var batch in waiting.Chunk(pass.Provider.Traits.KeysPerRead)) Push(pass, entity, batch, unlisted);
        if (unlisted.Count > 0)
            pass.Say($"{CustomerFields.NextTasks} has no option for: {string.Join("; ", unlisted)}. Add the options in Airtable: its API cannot add any to a field that exists.");
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var pending = OutboxTable.Pending(store, Entity) + (request.Full ? OutboxTable.Refused(store, Entity) : 0);
        yield return new SyncPlanStep(connection, "read customers that wait", SyncDirection.Push, pending, Pages.Of(pending, traits.KeysPerRead), 0);
        yield return new SyncPlanStep(connection, "write customers", SyncDirection.Push, pending, Pages.Of(pending, traits.UpdateBatch), 0);
    }

    private static void Push(SyncPass pass, RemoteEntity entity, IReadOnlyList<OutboxEntry> batch, ISet<string> unlisted)
    {
        var register = CustomerRegister.Load(pass.Store);
        var rows = batch.Select(e => register.Find(e.Key)?.Remote).OfType<string>().ToList() is { Count: > 0 } ids ? pass.Provider.Read(Entity, ids, pass.Cancel) : [];
        var byId = rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var writes = pass.Change(change => Merge(pass, change, entity, batch, byId, unlisted));
        if (writes.Count == 0) return;
        var outcomes = pass.Provider.Write(Entity, [.. writes.Select(w => w.Write)], pass.Cancel);
        pass.Change(change =>
        {
            for (var i = 0; i < outcomes.Count; i++) Conclude(pass, change, writes[i], outcomes[i]);
            return true;
        });
    }

    private static List<ProgressWrite> Merge(
        SyncPass pass, StoreChange change, RemoteEntity entity, IReadOnlyList<OutboxEntry> batch, Dictionary<string, RemoteRecord> rows, ISet<string> unlisted)
    {
        var (exchange, register, writes) = (new CustomerExchange(pass, change, entity), CustomerRegister.Load(change.Store), new List<ProgressWrite>());
        var customers = batch.Select(e => register.Find(e.Key)).OfType<CustomerEntry>().ToList();
        var progress = CustomerProgresses.Get(change.Store, [.. customers.Select(c => c.Id)]).ToDictionary(p => p.CustomerId, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in batch)
        {
            if (register.Find(entry.Key) is not { } customer) OutboxTable.Sent(change, Entity, entry);
            else if (customer.Remote is null) OutboxTable.Refuse(change, Entity, entry, CustomerLinks.Unlinked);
            else if (!rows.TryGetValue(customer.Remote, out var row)) CustomerLinks.Link(change, customer.Id, null);
            else if (exchange.Merge(row, customer, CustomerFields.Write(customer, progress[customer.Id], entity, unlisted)) is not { Count: > 0 } lack) OutboxTable.Sent(change, Entity, entry);
            else writes.Add(new ProgressWrite(new RecordWrite(customer.Id, row.Id, lack, []), entry, Agreed(row, entity, lack)));
        }

        return writes;
    }

    private static JsonObject Agreed(RemoteRecord row, RemoteEntity entity, JsonObject lack)
    {
        var agreed = CustomerFields.Told(row.Fields, entity);
        foreach (var (name, value) in lack) agreed[name] = value?.DeepClone();
        return agreed;
    }

    private static void Conclude(SyncPass pass, StoreChange change, ProgressWrite write, WriteOutcome outcome)
    {
        if (outcome.Fate == WriteFate.Refused)
        {
            OutboxTable.Refuse(change, Entity, write.Entry, outcome.Reason ?? "refused");
            pass.Say($"{write.Write.Key} is refused: {outcome.Reason}", isFault: true);
        }

        if (outcome.Fate == WriteFate.Lost) CustomerLinks.Link(change, write.Write.Key, null);
        if (outcome.Fate != WriteFate.Applied) return;
        pass.Pushed++;
        ShadowTable.Save(change, pass.Connection, Entity, new RemoteRecord(write.Write.Id, write.Write.Key, write.Agreed));
        OutboxTable.Sent(change, Entity, write.Entry);
    }
}
