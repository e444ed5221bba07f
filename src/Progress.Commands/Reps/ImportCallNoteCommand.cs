using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Imports call notes.</summary>
/// <remarks>
/// <para>
/// Reads CSV, JSON lines, a JSON array, an answer of Twenty's REST API, or objects with the properties id, title, createdAt, and optionally
/// updatedAt, workspaceMemberId and createdBy. Importing the same again changes nothing. Calls of a rep whom the store does not know add the rep.
/// </para>
/// <para>
/// A file, or what the pipeline brings, is imported as a whole or not at all. A row that cannot be used refuses it, unless -SkipInvalid. Titles that
/// are no call are counted, and never stop an import. The summary's counts after Read add up to it; its Problems list the rows that are odd.
/// </para>
/// </remarks>
/// <example>
/// <code>Import-CallNote call-notes.csv</code>
/// <para>Imports a file, and says what became of its rows.</para>
/// </example>
/// <example>
/// <code>(Import-CallNote call-notes.csv -WhatIf).Problems | Group-Object Reason -NoElement</code>
/// <para>Reads everything, writes nothing, and shows what is odd.</para>
/// </example>
/// <example>
/// <code>Import-Csv call-notes.csv | Where-Object createdAt -ge 2026-09 | Import-CallNote -SkipInvalid</code>
/// <para>Imports objects, here the rows of one month. Import-Csv takes white space before titles off; whole files are best imported by their path.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem call-notes*.csv | ForEach-Object { Import-CallNote -LiteralPath $_ -SkipInvalid -RejectPath "rejects-$($_.Name)" }</code>
/// <para>Imports what is sound, and writes the unsound rows of each file to another, to be repaired and imported from there.</para>
/// </example>
/// <seealso cref="GetCallNoteCommand"/>
[Cmdlet(VerbsData.Import, "CallNote", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ImportSummary))]
public sealed class ImportCallNoteCommand : FileImportCmdlet
{
    private const string NoteSet = "Note";
    private const int ReportEvery = 256;

    private NoteFeed? feed;
    private bool refused;
    private long notes;

    /// <summary>The note's title, e.g. Call - CONTACT | 3:05 | Ana Silva.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    [AllowNull]
    [AllowEmptyString]
    public string? Title { get; set; }

    /// <summary>When the call was made.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    [AllowNull]
    [AllowEmptyString]
    [IsoText]
    public string? CreatedAt { get; set; }

    /// <summary>UUID of the note; without it one is made of rep, time and title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    public string? Id { get; set; }

    /// <summary>When the note was last changed; the latest version of a note counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    [IsoText]
    public string? UpdatedAt { get; set; }

    /// <summary>When the note was put into Twenty's bin; then it is no call.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    [IsoText]
    public string? DeletedAt { get; set; }

    /// <summary>UUID of the rep; a call without one is kept, and credited once Set-CallNote names the rep.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    [Alias("createdBy.workspaceMemberId")]
    public string? WorkspaceMemberId { get; set; }

    /// <summary>Who made the note, as Twenty has it: an object with a workspaceMemberId. It holds where there is no -WorkspaceMemberId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NoteSet)]
    [NoteAuthor]
    public string? CreatedBy { get; set; }

    /// <summary>Counts calls of reps whom the store does not know as invalid, instead of adding the reps.</summary>
    [Parameter]
    public SwitchParameter KnownRepsOnly { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Import call notes";

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == NoteSet) TakeNote();
        else base.Process();
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (feed is not null && !refused) WriteObject(feed.Complete());
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        feed?.Dispose();
        base.Close();
    }

    /// <inheritdoc/>
    protected override object Import(string path, bool dryRun) =>
        CallImport.FromFile(Opened, path, Treatment(dryRun) with { Report = Report }, StopToken);

    private void TakeNote()
    {
        if (refused || (feed is null && !Begun())) return;
        // What is refused is refused as a whole: what else the pipeline brings must not become an import of its own.
        refused = !Guard(() => feed!.Add(Note()));
        if (notes % ReportEvery == 0) Report(new ProgressReport("Importing call notes", notes, null, "notes"));
    }

    private bool Begun()
    {
        refused = !Agreed("objects of the pipeline", Action, out var dryRun);
        if (refused) return false;
        var (store, options) = (Opened, Treatment(dryRun));
        feed = new NoteFeed((source, stop) => CallImport.FromNotes(store, source, options, stop), StopToken);
        return true;
    }

    private SourceNote Note() => new(
        ++notes, Id, string.IsNullOrEmpty(DeletedAt) ? Title : null, CreatedAt, UpdatedAt,
        string.IsNullOrWhiteSpace(WorkspaceMemberId) ? CreatedBy : WorkspaceMemberId);

    private ImportOptions Treatment(bool dryRun) => Treated(new ImportOptions { KnownRepsOnly = KnownRepsOnly }, dryRun);
}
