using Progress.Csv;

namespace Progress.Import;

/// <summary>How an import treats the file that it reads.</summary>
public record FileImportOptions
{
    /// <summary>Imports the good rows of a file that has unsound ones.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>Where unsound rows are written, as they were read.</summary>
    public string? RejectPath { get; init; }

    /// <summary>Reads and counts everything, and writes nothing.</summary>
    public bool WhatIf { get; init; }

    /// <summary>How the file's CSV is written.</summary>
    public CsvFormat Format { get; init; } = CsvFormat.Machine;

    /// <summary>Told how far the import is, on the calling thread.</summary>
    public Action<ProgressReport>? Report { get; init; }
}
