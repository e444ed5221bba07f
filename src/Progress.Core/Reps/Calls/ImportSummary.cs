using Progress.Csv;
using Progress.Import;

namespace Progress.Reps;

/// <summary>What an import of call notes did; the seven counts after <c>Read</c> add up to it.</summary>
public sealed record ImportSummary
{
    /// <summary>Most problem rows that are listed; all are counted.</summary>
    public const int MaxProblems = ImportProblem.MaxListed;

    /// <summary>File that was read, or null of a pipeline.</summary>
    public string? Source { get; init; }

    /// <summary>Rows read.</summary>
    public long Read { get; init; }

    /// <summary>Calls that are new.</summary>
    public long Imported { get; init; }

    /// <summary>Calls whose stored version was replaced by a greater one.</summary>
    public long Updated { get; init; }

    /// <summary>Calls known already, and versions that lost against a greater one.</summary>
    public long Duplicate { get; init; }

    /// <summary>Second notes of calls.</summary>
    public long Secondary { get; init; }

    /// <summary>Other notes.</summary>
    public long NotACall { get; init; }

    /// <summary>Rows that cannot be used; each is in <see cref="Problems"/>.</summary>
    public long Invalid { get; init; }

    /// <summary>New calls that no rep is credited with.</summary>
    public long Unattributed { get; init; }

    /// <summary>Calls with a disposition that the rules do not know; counted among the others, too.</summary>
    public long UnknownDisposition { get; init; }

    /// <summary>Unsound rows that <c>SkipInvalid</c> left out; counted in <see cref="Invalid"/>.</summary>
    public long Skipped { get; init; }

    /// <summary>Whether everything was only tried, and taken back.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Rows with something wrong, in the order of the file.</summary>
    [CsvIgnore]
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
}
