using Progress.Customers;
using Progress.Import;

namespace Progress.Cli;

/// <summary>What entering progress from a file did; the three counts after <c>Read</c> add up to it.</summary>
public sealed record ProgressBatch
{
    /// <summary>File that was read; <c>-</c> for standard input.</summary>
    public required string Source { get; init; }

    /// <summary>Rows read.</summary>
    public required long Read { get; init; }

    /// <summary>Records that are new.</summary>
    public required long Recorded { get; init; }

    /// <summary>Records that say what was there already.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Rows that could not be entered; each is in <see cref="Problems"/>.</summary>
    public required long Failed { get; init; }

    /// <summary>Whether everything was only tried, and taken back.</summary>
    public required bool WhatIf { get; init; }

    /// <summary>Rows that could not be entered, in the order of the file; at most <see cref="ImportProblem.MaxListed"/>.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    internal static ProgressBatch Enter(
        string source, EntryCourse course, IEnumerable<EntryRow<NewTaskProgress>> rows,
        Func<IReadOnlyList<NewTaskProgress>, IReadOnlyList<Entered<TaskProgress>>> add)
    {
        long recorded = 0, duplicate = 0;
        var pages = new EntryPages<NewTaskProgress, TaskProgress>(course, add);
        pages.Enter(rows, progress => _ = progress.Entry == EntryStatus.Recorded ? recorded++ : duplicate++);
        return new ProgressBatch
        {
            Source = source, Read = pages.Read, Recorded = recorded, Duplicate = duplicate, Failed = pages.Failed, WhatIf = course.WhatIf,
            Problems = pages.Problems,
        };
    }
}
