using Progress.Import;
using Progress.Store;

namespace Progress.Customers;

/// <summary>A row of a file of progress, as its fields are kept.</summary>
internal sealed record GivenProgress(long Line, NewTaskProgress Progress);

/// <summary>One import of progress under way.</summary>
internal sealed class TaskProgressImportRun(StoreChange change, string? source, TaskProgressImportOptions options)
    : IImportRun<GivenProgress, TaskImportSummary>
{
    private readonly TaskProgressEntry entry = new(change, options.CreateCustomers);
    private readonly TaskImportTally tally = new(source, options, MilestoneMap.Of(change.Store.Options.Customers));
    private readonly HashSet<long> said = [];
    private readonly HashSet<Guid> keys = [];

    public long Read => tally.Read;

    public void Take(ImportRow<GivenProgress> row)
    {
        if (!tally.Takes(row)) return;
        var (line, given) = row.Item!;
        var check = new FieldCheck();
        // Which of two is meant would depend on what the store knew before.
        if (given.SyncKey is { } key && !keys.Add(key)) tally.Refuse(row, new ImportProblem(line, "SyncKey", $"{key:D}", "it stands in an earlier row, too; allowed: each once in a file"));
        else if (entry.Judge(given, check) is not { } judged) tally.Refuse(row, check.Fault!.ToProblem(line));
        else if (judged.Before is { } before) Meet(row, judged, before);
        else
        {
            var added = entry.Write(judged, given.CustomerId);
            said.Add(added.Id);
            tally.Imported(added.Stage);
        }
    }

    public ImportOutcome<TaskImportSummary> Complete(CancellationToken cancel)
    {
        var summary = tally.Complete(entry.CustomersCreated);
        return new ImportOutcome<TaskImportSummary>(
            summary, tally.ChangedNothing, hash => new { File = source, Sha256 = hash, Summary = summary });
    }

    public void Dispose()
    {
        entry.Dispose();
        tally.Dispose();
    }

    private void Meet(ImportRow<GivenProgress> row, JudgedProgress judged, TaskProgressRow before)
    {
        var (line, given) = row.Item!;
        var first = said.Add(before.Id);
        if (judged.ChangesNothing) tally.Duplicate(before.Stage);
        else if (first) tally.Changed(entry.Write(judged, given.CustomerId).Stage);
        // Which of the two holds would depend on their order, and the next import would change both again.
        else tally.Refuse(row, new ImportProblem(line, "TaskId", given.TaskId ?? given.TaskName ?? "", $"an earlier row says otherwise of this task of {given.CustomerId}; allowed: one row for each task of a customer"));
    }
}
