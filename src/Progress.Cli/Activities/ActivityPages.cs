using Progress.Reps;
using Progress.Store;

namespace Progress.Cli;

/// <summary>Enters many activities, some hundred a transaction, so that other writers get their turn.</summary>
internal sealed class ActivityPages(ProgressStore store, bool whatIf, Action<ProgressReport>? report, CancellationToken cancel)
{
    private const int PageSize = 500;

    private readonly List<ActivityProblem> problems = [];
    private long read, recorded, duplicate, failed, xp;

    public ActivityBatch Enter(string source, IEnumerable<ActivityRow> rows)
    {
        // What is only tried is tried as a whole: a page that was taken back would not be known to the next one.
        foreach (var page in rows.Chunk(whatIf ? int.MaxValue : PageSize))
        {
            cancel.ThrowIfCancellationRequested();
            Enter(page);
            report?.Invoke(new ProgressReport("Entering activities", read, null, "rows"));
        }

        return new ActivityBatch
        {
            Source = source, Read = read, Recorded = recorded, Duplicate = duplicate, Failed = failed, Xp = xp, WhatIf = whatIf, Problems = problems,
        };
    }

    private void Enter(ActivityRow[] page)
    {
        read += page.Length;
        var sound = page.Where(row => row.Activity is not null).ToList();
        var entered = RepActivities.Add(store, [.. sound.Select(row => row.Activity!)], whatIf, cancel);
        var refused = sound.Zip(entered).Where(pair => pair.Second.Error is not null)
            .Select(pair => new ActivityProblem(pair.First.Line, pair.Second.Error!.Id, Wording.Of(pair.Second.Error.Message)));
        foreach (var problem in page.Select(row => row.Problem).OfType<ActivityProblem>().Concat(refused).OrderBy(p => p.Line)) Refuse(problem);
        foreach (var result in entered.Select(e => e.Result).OfType<RepActivity>()) Count(result);
    }

    private void Refuse(ActivityProblem problem)
    {
        failed++;
        if (problems.Count < ImportSummary.MaxProblems) problems.Add(problem);
    }

    private void Count(RepActivity activity)
    {
        if (activity.Status == EntryStatus.Recorded)
        {
            recorded++;
            xp += activity.Xp;
        }
        else duplicate++;
    }
}
