using Progress.Reps;

namespace Progress.Cli;

/// <summary>What entering activities from a file did; the three counts after <c>Read</c> add up to it.</summary>
public sealed record ActivityBatch
{
    /// <summary>File that was read; <c>-</c> for standard input.</summary>
    public required string Source { get; init; }

    /// <summary>Rows read.</summary>
    public required long Read { get; init; }

    /// <summary>Activities that are new.</summary>
    public required long Recorded { get; init; }

    /// <summary>Activities known already under their id.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Rows that could not be entered; each is in <see cref="Problems"/>.</summary>
    public required long Failed { get; init; }

    /// <summary>XP that the new ones paid.</summary>
    public required long Xp { get; init; }

    /// <summary>Whether everything was only tried, and taken back.</summary>
    public required bool WhatIf { get; init; }

    /// <summary>Rows that could not be entered, in the order of the file; at most <see cref="ImportSummary.MaxProblems"/>.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    internal static ActivityBatch Enter(
        string source, EntryCourse course, IEnumerable<EntryRow<NewActivity>> rows, Func<IReadOnlyList<NewActivity>, IReadOnlyList<Entered<RepActivity>>> add)
    {
        long recorded = 0, duplicate = 0, xp = 0;
        var pages = new EntryPages<NewActivity, RepActivity>(course, add);
        pages.Enter(rows, activity =>
        {
            if (activity.Status != EntryStatus.Recorded) duplicate++;
            else (recorded, xp) = (recorded + 1, xp + activity.Xp);
        });
        return new ActivityBatch
        {
            Source = source, Read = pages.Read, Recorded = recorded, Duplicate = duplicate, Failed = pages.Failed, Xp = xp, WhatIf = course.WhatIf,
            Problems = pages.Problems,
        };
    }
}
