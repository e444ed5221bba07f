using Progress.Csv;

namespace Progress.Reps;

/// <summary>How an import treats what it reads.</summary>
public sealed record ImportOptions
{
    /// <summary>Makes calls of reps whom the store does not know <c>Invalid</c>, instead of creating the reps.</summary>
    public bool KnownRepsOnly { get; init; }

    /// <summary>Imports the good rows of a file that has unsound ones.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>Where unsound rows are written, as they were read.</summary>
    public string? RejectPath { get; init; }

    /// <summary>Reads and counts everything, and writes nothing.</summary>
    public bool WhatIf { get; init; }

    /// <summary>How the file's CSV is written.</summary>
    public CsvFormat Format { get; init; } = CsvFormat.Machine;

    /// <summary>Whether the notes are seen in the CRM; then awards are settled when all of its pages are in.</summary>
    internal CallCrm Crm { get; init; }

    /// <summary>Told how far the import is, on the calling thread.</summary>
    public Action<ProgressReport>? Report { get; init; }
}
