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
    public required IReadOnlyList<ActivityProblem> Problems { get; init; }
}

/// <summary>A row that could not be entered.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Id">Id of the error, e.g. <c>RepNotFound</c>.</param>
/// <param name="Message">What is wrong, and what is allowed.</param>
public sealed record ActivityProblem(long Line, string Id, string Message);
