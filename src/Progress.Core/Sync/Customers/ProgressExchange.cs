using System.Text.Json.Nodes;
using Progress.Customers;
using Progress.Reps;
using Progress.Store;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>A record of ours with what the remote lacks of it.</summary>
/// <param name="Row">The record here.</param>
/// <param name="Id">The remote's id; empty where it has none.</param>
/// <param name="Told">What the remote told.</param>
/// <param name="ToSend">Fields that it lacks.</param>
internal sealed record ProgressLack(TaskProgressRow Row, string Id, JsonObject Told, JsonObject ToSend);

/// <summary>Takes in progress records that a remote told, in one change of the store.</summary>
internal sealed class ProgressExchange(SyncPass pass, StoreChange change, RemoteEntity entity) : IDisposable
{
    private const string Entity = EntityNames.TaskProgress;

    /// <summary>Namespace of records that people made there: every device gives one the same key.</summary>
    private static readonly Guid MadeThere = new("3b0d0b5e-6d0f-5c7a-9a56-6b7e0c3c9d11");

    private readonly Dictionary<string, CustomerEntry> linked = CustomerRegister.Load(change.Store).All
        .Where(c => c.Remote is not null).DistinctBy(c => c.Remote).ToDictionary(c => c.Remote!);

    private readonly CustomerRegister register = CustomerRegister.Load(change.Store);
    private readonly TaskProgressTable table = new(change.Connection);
    private readonly List<string> made = [];

    private string Stamp => $"{pass.Store.Options.User}, {IsoText.Day(DateOnly.FromDateTime(change.Now))}:";

    /// <summary>Merges a record with ours, or takes it in; null where nobody here is its customer.</summary>
    public ProgressLack? Take(RemoteRecord record)
    {
        var told = TaskProgressFields.Told(record.Fields, entity.Usable);
        if (Customer(record) is not { } customer) return null;
        var key = Key(record);
        var refused = new List<FieldConflict>();
        var lack = table.Find(key) is { } row ? Merge(record, told, row, customer, refused) : Adopt(record, told, key, customer, refused);
        var agreed = (JsonObject)told.DeepClone();
        // What is not allowed here is not taken, nor overwritten there: both sides keep theirs.
        foreach (var field in refused) agreed[field.Field] = field.Ours?.DeepClone();
        ShadowTable.Save(change, pass.Connection, Entity, new RemoteRecord(record.Id, lack.Row.Key, agreed));
        Say(lack.Row, refused);
        return lack;
    }

    /// <summary>One audit row for all that was new.</summary>
    public void Dispose()
    {
        if (made.Count > 0) change.Audit(Entity, null, null, new { Source = pass.Connection, New = made });
        table.Dispose();
    }

    private CustomerEntry? Customer(RemoteRecord record) =>
        RecordText.Links(record.Fields[TaskProgressFields.Customer]).Select(id => linked.GetValueOrDefault(id)).OfType<CustomerEntry>().FirstOrDefault();

    /// <summary>Its key, whatever people did to it there: a row that one copied has the key of another, and keys can be cleared.</summary>
    private Guid Key(RemoteRecord record)
    {
        if (ShadowTable.KeyOf(change.Store, pass.Connection, Entity, record.Id) is { } known) return Guid.Parse(known);
        var isOurs = Guid.TryParse(record.Key, out var key) && ShadowTable.Read(change.Store, pass.Connection, Entity, $"{key:D}").All(k => k.Id.Length == 0);
        return isOurs ? key : NamedGuid.Create(MadeThere, record.Id);
    }

    private ProgressLack Adopt(RemoteRecord record, JsonObject told, Guid key, CustomerEntry customer, List<FieldConflict> refused)
    {
        var now = change.Now.ToMs();
        var row = TaskProgressFields.Read(
            told, new TaskProgressRow { SyncKey = key, Customer = customer.Key, Name = record.Id, Status = TaskOptions.Completed, Created = Created(record) ?? now, Updated = now }, refused);
        row = table.Insert(Numbered(row, record));
        made.Add(row.Code);
        change.Outbox(EntityNames.CustomerAsset, customer.Id);
        return Lack(record, row, told, []);
    }

    private ProgressLack Merge(RemoteRecord record, JsonObject told, TaskProgressRow row, CustomerEntry customer, List<FieldConflict> refused)
    {
        _ = TaskProgressFields.Read(told, row, refused);
        var shadow = ShadowTable.Find(change.Store, pass.Connection, Entity, row.Key, record.Id);
        var local = TaskProgressFields.Write(row, register[row.Customer].Remote ?? "", entity.Usable);
        foreach (var field in refused.Where(f => JsonNode.DeepEquals(shadow?[f.Field], f.Ours))) local.Remove(field.Field);
        var merge = RecordMerge.Of(TaskProgressFields.Rules, shadow, local, told, Stamp);
        foreach (var c in merge.Conflicts)
            pass.Put(change, new FoundConflict(pass.Connection, Entity, row.Key, record.Id, c.Field, ConflictKind.BothChanged, c.Ours?.ToJsonString(), c.Theirs?.ToJsonString(), null));
        var holder = merge.Result.ContainsKey(TaskProgressFields.Customer) && !merge.ToSend.ContainsKey(TaskProgressFields.Customer) ? customer.Key : row.Customer;
        var after = Numbered(TaskProgressFields.Read(merge.Result, row, []) with { Customer = holder, Gone = null }, record);
        if (after != row) Change(row, after);
        return Lack(record, after, told, merge.ToSend);
    }

    private void Change(TaskProgressRow before, TaskProgressRow after)
    {
        after = after with { Updated = change.Now.ToMs() };
        table.Update(after);
        change.Audit(Entity, after.Key, before.Describe(register), after.Describe(register));
        foreach (var customer in new[] { before.Customer, after.Customer }.Distinct()) change.Outbox(EntityNames.CustomerAsset, register[customer].Id);
    }

    /// <summary>A record that does not have our key gets it with what else it lacks.</summary>
    private static ProgressLack Lack(RemoteRecord record, TaskProgressRow row, JsonObject told, JsonObject toSend)
    {
        if (!string.Equals(record.Key, row.Key, StringComparison.OrdinalIgnoreCase)) toSend[CustomerTables.SyncKey] = row.Key;
        return new ProgressLack(row, record.Id, told, toSend);
    }

    private TaskProgressRow Numbered(TaskProgressRow row, RemoteRecord record) =>
        new ProgressNumbers(change, table).Number(row, TaskProgressFields.Number(record.Fields));

    private static long? Created(RemoteRecord record) =>
        record.Fields[CustomerTables.CreatedDate].Text() is { } text && IsoTime.TryParse(text, out var time) ? time.ToUtc(TimeZoneInfo.Utc).ToMs() : null;

    private void Say(TaskProgressRow row, List<FieldConflict> refused)
    {
        foreach (var field in refused)
            pass.Say($"{row.Code}: {field.Field} is {field.Theirs?.ToJsonString() ?? "empty"} there, which is not allowed here; it stays {field.Ours?.ToJsonString() ?? "empty"}.");
    }
}
