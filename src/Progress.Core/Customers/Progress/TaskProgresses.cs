using Progress.Store;
using Progress.Sync;

namespace Progress.Customers;

/// <summary>Records, changes and lists how far customers are with their tasks.</summary>
public static class TaskProgresses
{
    /// <summary>Records progress in one transaction; each bad one is answered with its error, and the others are recorded.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progress">What is to be recorded; of a task that the customer has, the same again is a duplicate.</param>
    /// <param name="createCustomers">Makes customers who are missing.</param>
    /// <param name="dryRun">Does the work and takes it back.</param>
    /// <param name="cancel">Stops between two.</param>
    public static IReadOnlyList<Entered<TaskProgress>> Add(
        ProgressStore store, IReadOnlyList<NewTaskProgress> progress, bool createCustomers = false, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                using var entry = new TaskProgressEntry(change, createCustomers);
                var results = Entered.Each(progress, given => Enter(change, entry, given), cancel);
                if (results.All(r => r.Result?.Entry != EntryStatus.Recorded)) change.TakeBack();
                return results;
            },
            dryRun,
            cancel);

    /// <summary>Changes a record.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progressId">Its code or its <c>SyncKey</c>.</param>
    /// <param name="update">What to change.</param>
    /// <param name="dryRun">Does the work and takes it back.</param>
    /// <param name="cancel">Ends waiting for other writers.</param>
    /// <exception cref="ProgressException">
    /// <c>TaskProgressNotFound</c>, <c>TaskProgressGone</c>, <c>TaskProgressExists</c>, <c>DateWithoutCompletion</c>, <c>InvalidOption</c>,
    /// <c>InvalidText</c>, <c>InvalidImpact</c>, <c>InvalidDate</c>, <c>ValueMissing</c>.
    /// </exception>
    public static TaskProgress Set(
        ProgressStore store, string progressId, TaskProgressUpdate update, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                using var entry = new TaskProgressEntry(change, createCustomers: false);
                var before = TaskProgressLookup.One(store, progressId);
                var after = entry.Revised(before, update);
                if (after == before)
                {
                    change.TakeBack();
                    return before.Describe(entry.Register);
                }

                var customer = entry.Register[before.Customer];
                after = entry.Write(new JudgedProgress(customer, before, after), customer.Id);
                change.Audit(EntityNames.TaskProgress, after.Key, before.Describe(entry.Register), after.Describe(entry.Register));
                return after.Describe(entry.Register);
            },
            dryRun,
            cancel);

    /// <summary>The record of a code or of a <c>SyncKey</c>.</summary>
    /// <exception cref="ProgressException"><c>TaskProgressNotFound</c>, <c>TaskProgressGone</c>.</exception>
    public static TaskProgress One(ProgressStore store, string progressId) =>
        store.Read(_ => TaskProgressLookup.One(store, progressId)).Describe(CustomerRegister.Load(store));

    /// <summary>Records that fit a query, one at a time, in the order in which they were made.</summary>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>, <c>InvalidOption</c>, <c>InvalidPage</c>.</exception>
    public static IEnumerable<TaskProgress> List(ProgressStore store, TaskProgressQuery query)
    {
        var register = CustomerRegister.Load(store);
        var filter = TaskProgressFilter.Of(store, register, query);
        return StoreErrors.Guard(store.Location, filter.Read(store.Connection)).Select(row => row.Describe(register));
    }

    private static TaskProgress Enter(StoreChange change, TaskProgressEntry entry, NewTaskProgress given)
    {
        var check = new FieldCheck();
        given = check.Read(given with { Status = given.Status ?? TaskOptions.Completed });
        var judged = entry.Judge(given, check);
        check.ThrowIfAny();
        if (judged is { Before: { } known })
        {
            if (judged.ChangesNothing) return known.Describe(entry.Register, EntryStatus.Duplicate);
            throw new ProgressException(
                "TaskProgressExists", ErrorKind.Conflict,
                $"{entry.Register[known.Customer].Id} has '{known.Name}' already, as {known.Code} with other values (Status '{known.Status}'). Change it with Set-TaskProgress {known.Code}.", known.Code);
        }

        var created = entry.CustomersCreated;
        var row = entry.Write(judged!, given.CustomerId);
        var added = row.Describe(entry.Register, EntryStatus.Recorded);
        if (entry.CustomersCreated > created)
            change.Audit("customer", added.CustomerId, null, entry.Register[row.Customer].Describe());
        change.Audit(EntityNames.TaskProgress, row.Key, null, row.Describe(entry.Register));
        return added;
    }
}
