using Progress.Import;
using Progress.Store;
using Progress.Sync;

namespace Progress.Customers;

/// <summary>One import of the catalogue under way. Its rows are judged together, as they depend on each other.</summary>
internal sealed class TaskCatalogImportRun(StoreChange change, string? source, FileImportOptions options) : IImportRun<GivenTask, TaskImportSummary>
{
    private readonly TaskCatalog catalog = TaskCatalog.Load(change.Store);
    private readonly TaskImportTally tally = new(source, options, MilestoneMap.Of(change.Store.Options.Customers));
    private readonly Dictionary<string, ImportRow<GivenTask>> rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ImportRow<GivenTask>> repeated = [];

    public long Read => tally.Read;

    public void Take(ImportRow<GivenTask> row)
    {
        if (!tally.Takes(row)) return;
        var (line, task) = row.Item!;
        if (rows.TryAdd(task.TaskId, row)) return;
        var first = rows[task.TaskId].Item!;
        if (first.Task.Says(task)) repeated.Add(row);
        else tally.Refuse(row, new ImportProblem(line, "TaskId", task.TaskId, $"line {first.Line} says otherwise of this task; allowed: one row for each task"));
    }

    public ImportOutcome<TaskImportSummary> Complete(CancellationToken cancel)
    {
        var again = repeated.ToLookup(r => r.Item!.Task.TaskId, StringComparer.OrdinalIgnoreCase);
        foreach (var (id, fault) in new DependencyCheck(catalog, rows.Values.Select(r => r.Item!.Task)).Faults())
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var row in again[id].Prepend(rows[id]))
                tally.Refuse(row, fault.ToProblem(row.Item!.Line));
            rows.Remove(id);
        }

        Write();
        var summary = tally.Complete();
        return new ImportOutcome<TaskImportSummary>(summary, tally.ChangedNothing, hash => new { File = source, Sha256 = hash, Summary = summary });
    }

    public void Dispose() => tally.Dispose();

    private void Write()
    {
        var writer = new CatalogWriter(change, catalog);
        foreach (var (_, task) in rows.Values.Select(r => r.Item!))
        {
            if (catalog.Find(task.TaskId) is not { } known)
            {
                writer.Add(task);
                tally.Imported(task.StageMilestone);
            }
            else if (known.Says(task)) tally.Duplicate(task.StageMilestone);
            else
            {
                writer.Change(task);
                tally.Changed(task.StageMilestone);
            }
        }

        foreach (var task in repeated.Select(r => r.Item!.Task).Where(t => rows.ContainsKey(t.TaskId))) tally.Duplicate(task.StageMilestone);
        if (!tally.ChangedNothing) Announce();
    }

    /// <summary>What a customer is recommended depends on the catalogue.</summary>
    private void Announce()
    {
        using var outbox = new OutboxRows(change);
        foreach (var customer in CustomerRegister.Load(change.Store).All) outbox.Add(EntityNames.CustomerAsset, customer.Id);
    }
}
