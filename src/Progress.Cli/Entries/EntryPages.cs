using Progress.Import;

namespace Progress.Cli;

/// <summary>A row of things to be entered: one, or why it cannot be.</summary>
internal readonly record struct EntryRow<T>(T? Item, RowProblem? Problem, long Line)
    where T : class
{
    public static EntryRow<T> Sound(long line, T item) => new(item, null, line);

    public static EntryRow<T> Bad(long line, string id, string reason) => new(null, new RowProblem(line, id, reason), line);
}

/// <summary>A row that could not be entered.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Id">Id of the error, e.g. <c>RepNotFound</c>.</param>
/// <param name="Message">What is wrong, and what is allowed.</param>
public sealed record RowProblem(long Line, string Id, string Message);

/// <summary>How many are entered at once, and who is told.</summary>
/// <param name="Unit">What is entered, for people.</param>
/// <param name="WhatIf">Whether it is only tried.</param>
/// <param name="Report">Told how far it is.</param>
/// <param name="Cancel">Ends it.</param>
internal sealed record EntryCourse(string Unit, bool WhatIf, Action<ProgressReport>? Report, CancellationToken Cancel);

/// <summary>Enters many things, some hundred a transaction, so that other writers get their turn.</summary>
internal sealed class EntryPages<TNew, TEntered>(EntryCourse course, Func<IReadOnlyList<TNew>, IReadOnlyList<Entered<TEntered>>> add)
    where TNew : class
    where TEntered : class
{
    private const int PageSize = 500;

    private readonly List<RowProblem> problems = [];

    public long Read { get; private set; }

    public long Failed { get; private set; }

    /// <summary>Rows that could not be entered, in their order; of very many the first.</summary>
    public IReadOnlyList<RowProblem> Problems => problems;

    /// <summary>Enters all, and tells of each that could be.</summary>
    public void Enter(IEnumerable<EntryRow<TNew>> rows, Action<TEntered> count)
    {
        // What is only tried is tried as a whole: a page that was taken back would not be known to the next one.
        foreach (var page in rows.Chunk(course.WhatIf ? int.MaxValue : PageSize))
        {
            course.Cancel.ThrowIfCancellationRequested();
            EnterPage(page, count);
            course.Report?.Invoke(new ProgressReport($"Entering {course.Unit}", Read, null, "rows"));
        }
    }

    private void EnterPage(EntryRow<TNew>[] page, Action<TEntered> count)
    {
        Read += page.Length;
        var sound = page.Where(row => row.Item is not null).ToList();
        var entered = add([.. sound.Select(row => row.Item!)]);
        var refused = sound.Zip(entered).Where(pair => pair.Second.Error is not null)
            .Select(pair => new RowProblem(pair.First.Line, pair.Second.Error!.Id, Wording.Of(pair.Second.Error.Message)));
        foreach (var problem in page.Select(row => row.Problem).OfType<RowProblem>().Concat(refused).OrderBy(p => p.Line)) Refuse(problem);
        foreach (var result in entered.Select(e => e.Result).OfType<TEntered>()) count(result);
    }

    private void Refuse(RowProblem problem)
    {
        Failed++;
        if (problems.Count < ImportProblem.MaxListed) problems.Add(problem);
    }
}
