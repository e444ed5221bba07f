using System.Globalization;
using System.Management.Automation;
using Progress.Csv;
using Progress.Import;

namespace Progress.Commands;

/// <summary>A cmdlet that imports files, each as a whole or not at all.</summary>
public abstract class FileImportCmdlet : ChangeCmdlet
{
    /// <summary>Name of the parameter set with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>Name of the parameter set without.</summary>
    protected const string LiteralSet = "LiteralPath";

    private string? rejectsOf;

    /// <summary>Files to import, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files to import, their names taken as they are.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Imports the sound rows where others are unsound, and lists those.</summary>
    [Parameter]
    public SwitchParameter SkipInvalid { get; set; }

    /// <summary>File to write the rows to that -SkipInvalid leaves out.</summary>
    [Parameter]
    public string? RejectPath { get; set; }

    /// <summary>How a CSV file is written: for machines, or for Excel, whose leading ' is then taken off.</summary>
    [Parameter]
    public CsvDialect Dialect { get; set; }

    /// <summary>Whose separator and numbers Excel's dialect has; the current culture without it.</summary>
    [Parameter]
    [CultureName]
    public CultureInfo? Culture { get; set; }

    /// <summary>What is done, beginning with a verb.</summary>
    protected abstract string Action { get; }

    /// <summary>Imports one file, and answers with its summary.</summary>
    protected abstract object Import(string path, bool dryRun);

    /// <summary>How a file is treated.</summary>
    protected T Treated<T>(T options, bool dryRun)
        where T : FileImportOptions =>
        options with
        {
            SkipInvalid = SkipInvalid,
            RejectPath = RejectPath is null ? null : this.Literal(RejectPath),
            WhatIf = dryRun,
            Format = CsvFormat.Of(Dialect, Culture),
        };

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == LiteralSet) foreach (var path in LiteralPath) Guard(() => ImportFile(this.Literal(path)));
        else foreach (var path in Path) Guard(() => ImportFiles(this.Matching(path)));
    }

    private void ImportFiles(IEnumerable<string> paths)
    {
        foreach (var path in paths) Guard(() => ImportFile(path));
    }

    private void ImportFile(string path)
    {
        if (!Agreed(path, Action, out var dryRun)) return;
        KeepRejects(path);
        WriteObject(Import(path, dryRun));
    }

    /// <summary>The rejects of one file must not replace those of another.</summary>
    private void KeepRejects(string path)
    {
        if (RejectPath is null) return;
        if (rejectsOf is not null)
            throw new ProgressException(
                "RejectPathTaken", ErrorKind.Usage,
                $"'{RejectPath}' is for the rejects of {rejectsOf}; import {path} by itself, with another -RejectPath.", RejectPath);
        rejectsOf = path;
    }
}
