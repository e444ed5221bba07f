using Progress.Import;

namespace Progress.Customers;

/// <summary>Counts what becomes of the rows of an import, and keeps those that cannot be used.</summary>
internal sealed class TaskImportTally(string? source, FileImportOptions options, MilestoneMap milestones) : IDisposable
{
    private readonly RejectFile? rejects = RejectFile.Of(options);
    private readonly ImportProblems problems = new();
    private readonly SortedSet<string> unmapped = new(StringComparer.Ordinal);
    private long imported, changed, duplicate, invalid;

    public long Read { get; private set; }

    public bool ChangedNothing => imported + changed == 0;

    /// <summary>Whether a row is to be looked at: one that was read, and can be used so far.</summary>
    public bool Takes<T>(ImportRow<T> row)
        where T : class
    {
        if (row.IsHeader)
        {
            rejects?.Write(row);
            return false;
        }

        Read++;
        if (row.Problem is { } problem) Refuse(row, problem);
        return row.Item is not null;
    }

    public void Imported(string? stage) => Count(ref imported, stage);

    public void Changed(string? stage) => Count(ref changed, stage);

    public void Duplicate(string? stage) => Count(ref duplicate, stage);

    /// <summary>Leaves a row out, or refuses the file.</summary>
    /// <exception cref="ProgressException"><c>InvalidRow</c>.</exception>
    public void Refuse<T>(ImportRow<T> row, ImportProblem problem)
        where T : class
    {
        if (!options.SkipInvalid) throw problem.ToException(source);
        invalid++;
        rejects?.Write(row with { Problem = problem });
        problems.Add(problem);
    }

    public TaskImportSummary Complete(long customersCreated = 0)
    {
        rejects?.Complete();
        return new TaskImportSummary
        {
            Source = source, Read = Read, Imported = imported, Changed = changed, Duplicate = duplicate, Invalid = invalid,
            CustomersCreated = customersCreated, WhatIf = options.WhatIf, UnmappedMilestones = unmapped.ToList(), Problems = problems.Listed.OrderBy(p => p.Line).ToList(),
        };
    }

    public void Dispose() => rejects?.Dispose();

    private void Count(ref long count, string? stage)
    {
        count++;
        if (stage is not null && milestones.Map(stage) is null) unmapped.Add(stage);
    }
}
