using System.Text.Json.Nodes;
using Progress.Customers;
using Progress.Store;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>A write of a progress record, and what it was made from.</summary>
/// <param name="Write">The write.</param>
/// <param name="Entry">Its place in the outbox.</param>
/// <param name="Agreed">What both sides have when it is done.</param>
internal sealed record ProgressWrite(RecordWrite Write, OutboxEntry Entry, JsonObject Agreed);

/// <summary>Makes writes of what waits, and puts down what became of them.</summary>
internal sealed class ProgressWrites(SyncPass pass, StoreChange change, RemoteEntity entity) : IDisposable
{
    private const string Entity = EntityNames.TaskProgress;

    private readonly CustomerRegister register = CustomerRegister.Load(change.Store);
    private readonly TaskProgressTable table = new(change.Connection);
    private readonly ProgressExchange exchange = new(pass, change, entity);

    /// <summary>What to read of records that were sent before: their ids there, or their keys where no answer told one.</summary>
    public static List<string> Known(SyncPass pass, IReadOnlyList<OutboxEntry> batch) =>
        pass.Store.Read(_ => batch
            .SelectMany(e => ShadowTable.Read(pass.Store, pass.Connection, Entity, e.Key))
            .Select(r => r.Id.Length > 0 ? r.Id : r.Key).ToList());

    public IReadOnlyList<ProgressWrite> Of(IReadOnlyList<OutboxEntry> batch, IEnumerable<RemoteRecord> known)
    {
        var lacks = known.Select(exchange.Take).OfType<ProgressLack>().GroupBy(l => l.Row.Key).ToDictionary(l => l.Key, l => l.First());
        return [.. batch.Select(e => lacks.TryGetValue(e.Key, out var lack) ? Change(e, lack) : Create(e)).OfType<ProgressWrite>()];
    }

    public void Conclude(ProgressWrite write, WriteOutcome outcome)
    {
        switch (outcome.Fate)
        {
            case WriteFate.Applied:
                Acknowledge(write, outcome.Record!);
                if (outcome.Reason is { } doubled) pass.Say(doubled, isFault: true);
                break;
            case WriteFate.Refused:
                OutboxTable.Refuse(change, Entity, write.Entry, outcome.Reason ?? "refused");
                pass.Say($"{table.Find(Guid.Parse(write.Write.Key))!.Code} is refused: {outcome.Reason}", isFault: true);
                break;
            default:
                // No answer, or the record is gone meanwhile: it stays in the outbox and is looked up first.
                break;
        }
    }

    public void Dispose()
    {
        exchange.Dispose();
        table.Dispose();
    }

    private ProgressWrite? Change(OutboxEntry entry, ProgressLack lack)
    {
        if (lack.ToSend.Count == 0)
        {
            OutboxTable.Sent(change, Entity, entry);
            return null;
        }

        var agreed = (JsonObject)lack.Told.DeepClone();
        foreach (var (name, value) in lack.ToSend) agreed[name] = value?.DeepClone();
        agreed.Remove(CustomerTables.SyncKey);
        return new ProgressWrite(new RecordWrite(entry.Key, lack.Id, lack.ToSend, []), entry, agreed);
    }

    private ProgressWrite? Create(OutboxEntry entry)
    {
        if (table.Find(Guid.Parse(entry.Key)) is not { } row)
        {
            OutboxTable.Sent(change, Entity, entry);
            return null;
        }

        if (register[row.Customer].Remote is not { } customer)
        {
            OutboxTable.Refuse(change, Entity, entry, CustomerLinks.Unlinked);
            return null;
        }

        foreach (var gone in ShadowTable.Read(change.Store, pass.Connection, Entity, row.Key)) ShadowTable.Remove(change, pass.Connection, Entity, gone);
        // Whatever happens from here on, it may be there.
        ShadowTable.Save(change, pass.Connection, Entity, Unanswered(row.Key));
        var fields = TaskProgressFields.Write(row, customer, entity.Usable);
        var sent = new JsonObject([.. fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))]);
        return new ProgressWrite(new RecordWrite(row.Key, "", sent, null), entry, fields);
    }

    private void Acknowledge(ProgressWrite write, RemoteRecord answer)
    {
        var isNew = write.Write.Expected is null;
        if (isNew) pass.Created++;
        else pass.Pushed++;
        var row = table.Find(Guid.Parse(write.Write.Key))!;
        var numbered = new ProgressNumbers(change, table).Number(row with { Gone = null }, TaskProgressFields.Number(answer.Fields));
        if (numbered != row) table.Update(numbered);
        if (isNew) ShadowTable.Remove(change, pass.Connection, Entity, Unanswered(row.Key));
        // What others changed meanwhile is in the answer, too: it is not agreed, but read with the next changes.
        ShadowTable.Save(change, pass.Connection, Entity, new RemoteRecord(answer.Id, row.Key, write.Agreed));
        OutboxTable.Sent(change, Entity, write.Entry);
    }

    private static RemoteRecord Unanswered(string key) => new("", key, []);
}
