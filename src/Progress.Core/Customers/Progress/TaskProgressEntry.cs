using Progress.Settings;
using Progress.Store;
using Progress.Sync;

namespace Progress.Customers;

/// <summary>What an entry would do: nothing yet is written.</summary>
/// <param name="Customer">Its customer; null of one who is to be made.</param>
/// <param name="Before">The record that is there already.</param>
/// <param name="After">The record as it would be.</param>
internal sealed record JudgedProgress(CustomerEntry? Customer, TaskProgressRow? Before, TaskProgressRow After)
{
    public bool ChangesNothing => Before == After;
}

/// <summary>Progress entered in one change.</summary>
internal sealed class TaskProgressEntry : IDisposable
{
    private readonly StoreChange change;
    private readonly bool createCustomers;
    private readonly TaskProgressTable table;
    private readonly OutboxRows outbox;
    private readonly TaskCatalog catalog;
    private readonly DateOnly today;
    private readonly bool provisional;
    private readonly Dictionary<string, CustomerEntry> meant = new(StringComparer.Ordinal);
    private readonly HashSet<int> touched = [];
    private long next;

    public TaskProgressEntry(StoreChange change, bool createCustomers)
    {
        (this.change, this.createCustomers) = (change, createCustomers);
        (table, outbox) = (new TaskProgressTable(change.Connection), new OutboxRows(change));
        (Register, catalog) = (CustomerRegister.Load(change.Store), TaskCatalog.Load(change.Store));
        today = new IsoTime(change.Now).ToDay(TimeZoneInfo.FindSystemTimeZoneById(change.Store.Options.TimeZone));
        // Where Airtable counts, a record has its number from there.
        provisional = UserSettings.Load(change.Store.Location.Folder).Connections.Any(c => c.Provider == CrmProvider.Airtable);
        next = provisional ? table.NextProvisional() : table.NextNumber();
    }

    public CustomerRegister Register { get; }

    /// <summary>Customers made by entries.</summary>
    public int CustomersCreated { get; private set; }

    /// <summary>What an entry would do; null where a field of it cannot be used, as the check then says.</summary>
    /// <param name="given">Values that <paramref name="check"/> has read.</param>
    /// <param name="check">Notes what cannot be used.</param>
    public JudgedProgress? Judge(NewTaskProgress given, FieldCheck check)
    {
        if (check.Fault is not null) return null;
        var customer = Customer(given.CustomerId, check);
        var task = given.TaskId is { } id ? catalog.Find(id) : null;
        // Whether a row can be used must not hang on what rows after it enter: the next import meets that.
        if (given.TaskName is null && task is null)
            check.Note(new FieldFault("ValueMissing", "TaskName", "", given.TaskId is null ? "a name" : $"a name; the catalogue has no task '{given.TaskId}'"));
        if (given.CompletedDate is not null) given = given with { Status = given.Status ?? TaskOptions.Completed };
        if (check.Fault is not null) return null;
        given = given with { TaskId = task?.TaskId ?? given.TaskId };
        var before = Find(given, customer, check);
        var after = before is null ? New(given, task, customer) : before.With(given);
        if (before is not null) CheckIdentity(before, after, check);
        // What was completed on an unknown day stays so: the same said again is no change.
        var status = before?.Status == given.Status ? null : given.Status;
        after = after.Standing(before is null ? given.Status ?? TaskOptions.Completed : status, given.CompletedDate, today, check);
        return check.Fault is null ? new JudgedProgress(customer, before, after) : null;
    }

    /// <summary>A record as it is to be.</summary>
    /// <exception cref="ProgressException"><c>TaskProgressExists</c>, or a field that cannot be used.</exception>
    public TaskProgressRow Revised(TaskProgressRow before, TaskProgressUpdate update)
    {
        var check = new FieldCheck();
        if (update.Status?.Length == 0) check.Note(new FieldFault("ValueMissing", "Status", "", TaskOptions.Status.Allowed));
        var after = before.With(update, check).Standing(
            check.Option(TaskOptions.Status, update.Status), check.Day("CompletedDate", update.CompletedDate), today, check);
        CheckIdentity(before, after, check);
        check.ThrowIfAny();
        return after;
    }

    /// <summary>Writes what was judged.</summary>
    /// <returns>The record as it is now.</returns>
    public TaskProgressRow Write(JudgedProgress judged, string customer)
    {
        var after = judged.After with { Updated = change.Now.ToMs() };
        if (judged.Before is null)
        {
            after = after with { Customer = (judged.Customer ?? Create(customer)).Key, Created = change.Now.ToMs() };
            after = provisional ? after with { Provisional = next++ } : after with { Number = next++ };
            after = table.Insert(after);
        }
        else table.Update(after);

        outbox.Add(EntityNames.TaskProgress, after.Key);
        if (touched.Add(after.Customer)) outbox.Add(EntityNames.CustomerAsset, Register[after.Customer].Id);
        return after;
    }

    public void Dispose()
    {
        table.Dispose();
        outbox.Dispose();
    }

    private CustomerEntry? Customer(string text, FieldCheck check)
    {
        if (meant.TryGetValue(text, out var customer)) return customer;
        var found = Register.Meant(text);
        if (found.Count == 1) return meant[text] = found[0];
        if (found.Count > 1) check.Note(new FieldFault("CustomerAmbiguous", "CustomerId", text, "one of the ids") { Kind = ErrorKind.Conflict, Reason = $"it is the name of {string.Join(", ", found.Select(c => c.Id))}" });
        else if (createCustomers) check.CustomerId(text);
        else check.Note(new FieldFault("CustomerNotFound", "CustomerId", text, "a customer of this store; New-Customer adds one, and -CreateCustomer each that is missing") { Kind = ErrorKind.NotFound });
        return null;
    }

    private TaskProgressRow? Find(NewTaskProgress given, CustomerEntry? customer, FieldCheck check)
    {
        if (given.SyncKey is { } key && table.Find(key) is { } same)
        {
            if (same.Customer != customer?.Key)
                check.Note(new FieldFault("SyncKeyTaken", "SyncKey", same.Key, "the record's own customer, or another SyncKey") { Kind = ErrorKind.Conflict, Reason = $"it is {same.Code} of {Register[same.Customer].Id}" });
            else if (same.Gone is not null)
                check.Note(new FieldFault("TaskProgressGone", "SyncKey", same.Key, "none, which enters the task anew") { Kind = ErrorKind.Conflict, Reason = $"it is {same.Code}, which was deleted in Airtable" });
            return same;
        }

        return customer is null ? null : table.Find(customer.Key, given.TaskId, given.TaskName ?? "");
    }

    /// <summary>A task of a customer is one record: another must not become it.</summary>
    private void CheckIdentity(TaskProgressRow before, TaskProgressRow after, FieldCheck check)
    {
        var isSame = after.Task is { } task ? task.Equals(before.Task, StringComparison.OrdinalIgnoreCase) : after.Name == before.Name;
        if (isSame || table.Find(after.Customer, after.Task, after.Name) is not { } other || other.Id == before.Id) return;
        var (field, value) = after.Task is { } id ? ("TaskId", id) : ("TaskName", after.Name);
        check.Note(new FieldFault("TaskProgressExists", field, value, "a task that the customer does not have") { Kind = ErrorKind.Conflict, Reason = $"{Register[other.Customer].Id} has it already, as {other.Code}" });
    }

    /// <summary>A record of its own, with what the catalogue says of its task where nothing else is said.</summary>
    private TaskProgressRow New(NewTaskProgress given, CatalogTask? task, CustomerEntry? customer) => new TaskProgressRow
    {
        SyncKey = given.SyncKey ?? change.Store.Options.NewId(), Customer = customer?.Key ?? 0, Name = task?.TaskName ?? "", Source = task?.TaskSource,
        Stage = task?.StageMilestone, Competency = task?.CompetencyArea, Priority = task?.PriorityLevel, Status = TaskOptions.Completed,
        Tool = task?.PlatformTool, Impact = task?.CompetencyImpact,
    }.With(given);

    private CustomerEntry Create(string id)
    {
        // An entry before may have made the customer.
        if (Register.Find(id) is { } made) return made;
        CustomersCreated++;
        return meant[id] = CustomerDirectory.Insert(change, Register, new NewCustomer(id));
    }
}
