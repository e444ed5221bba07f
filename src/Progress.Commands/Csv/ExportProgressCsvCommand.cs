using System.Globalization;
using System.Management.Automation;
using Progress.Csv;

namespace Progress.Commands;

/// <summary>Writes objects as CSV, for programs or for a spreadsheet.</summary>
/// <remarks>
/// The dialect Machine, the default, is UTF-8 with commas, and the same on every machine. Excel adds what spreadsheets need: a byte order
/// mark, the culture's list separator and decimal sign, and an apostrophe before text that would run as a formula; numbers, dates and
/// Booleans are never touched. Columns are those of the first object. The file takes its place only when all is written. Without -Path,
/// the lines are written to the pipeline.
/// </remarks>
/// <example>
/// <code>Get-RepProgression -AsOf 2026-09-30 | Export-ProgressCsv ./reps.csv</code>
/// <para>Where every rep stands, for another program.</para>
/// </example>
/// <example>
/// <code>Get-RepMetric -AsOf 2026-09-30 | Export-ProgressCsv ./metrics.csv -Dialect Excel -Culture de-DE</code>
/// <para>For a German spreadsheet: semicolons between fields, decimal commas.</para>
/// </example>
/// <example>
/// <code>Get-Rep | Select-Object Name, TimeZone | Export-ProgressCsv</code>
/// <para>Any objects will do; the lines go to the screen.</para>
/// </example>
[Cmdlet(VerbsData.Export, "ProgressCsv", SupportsShouldProcess = true, DefaultParameterSetName = ToPath)]
[OutputType(typeof(string), typeof(PSObject))]
public sealed class ExportProgressCsvCommand : ProgressCmdlet
{
    private const string ToPath = "Path";
    private const string ToLiteralPath = "LiteralPath";

    private RowOutput? output;
    private RowReader? reader;
    private bool isRefused;
    private bool hasWarned;

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The file to write. Without it, the lines are written to the pipeline.</summary>
    [Parameter(Position = 0, ParameterSetName = ToPath)]
    public string? Path { get; set; }

    /// <summary>The file to write; the same as -Path, since output paths are always taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToLiteralPath)]
    [Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>Whom the CSV is for: programs, or a spreadsheet.</summary>
    [Parameter]
    public CsvDialect Dialect { get; set; } = CsvDialect.Machine;

    /// <summary>Whose separator and decimal sign the dialect Excel uses; the current culture without it.</summary>
    [Parameter]
    [CultureName]
    public CultureInfo? Culture { get; set; }

    /// <summary>Passes the objects on while they are written to the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Begin()
    {
        var format = CsvFormat.Of(Dialect, Culture);
        if ((Path ?? LiteralPath) is not { } path)
        {
            output = new RowOutput(format);
            return;
        }

        isRefused = !Agreed(path, "Write CSV", out var dryRun) || dryRun;
        if (!isRefused) output = new RowOutput(format, this.Literal(path));
    }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!isRefused) Write(InputObject);
        if (PassThru && (Path ?? LiteralPath) is not null) WriteObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void End() => output?.Complete();

    /// <inheritdoc/>
    protected override void Close() => output?.Dispose();

    private void Write(PSObject item)
    {
        if (reader is null)
        {
            reader = new RowReader(item);
            Emit(output!.Begin(reader.Headers));
        }

        List<string> lost = [];
        Emit(output!.Write(reader.Read(item, lost)));
        if (lost.Count == 0 || hasWarned) return;
        hasWarned = true;
        WriteWarning($"The first object has no {string.Join(", ", lost)}, so there is no such column and these values are left out. Select-Object makes objects alike.");
    }

    private void Emit(string? line)
    {
        if (line is not null) WriteObject(line);
    }
}
