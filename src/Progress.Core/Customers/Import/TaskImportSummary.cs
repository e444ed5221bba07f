using Progress.Csv;
using Progress.Import;

namespace Progress.Customers;

/// <summary>What an import of tasks or progress did; the four counts after <c>Read</c> add up to it.</summary>
public sealed record TaskImportSummary
{
    /// <summary>File that was read.</summary>
    public string? Source { get; init; }

    /// <summary>Rows read.</summary>
    public long Read { get; init; }

    /// <summary>Rows that are new.</summary>
    public long Imported { get; init; }

    /// <summary>Rows that changed what was there.</summary>
    public long Changed { get; init; }

    /// <summary>Rows that say what was there already.</summary>
    public long Duplicate { get; init; }

    /// <summary>Rows that cannot be used and were left out; each is in <see cref="Problems"/>.</summary>
    public long Invalid { get; init; }

    /// <summary>Customers made.</summary>
    public long CustomersCreated { get; init; }

    /// <summary>Whether everything was only tried, and taken back.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Texts of stages that mean none of the milestones; the setting <c>customers.milestones</c> says which they mean.</summary>
    public IReadOnlyList<string> UnmappedMilestones { get; init; } = [];

    /// <summary>Rows with something wrong, in the order of the file.</summary>
    [CsvIgnore]
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
}
