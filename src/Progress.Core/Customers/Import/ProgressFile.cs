using Progress.Import;

namespace Progress.Customers;

/// <summary>Reads files of progress records.</summary>
internal static class ProgressFile
{
    private static readonly JsonItemKind Kind = new(
        "record", new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "CustomerId", "Customer ID", "TaskId", "Task ID", "TaskName", "Task Name", "fields" },
        ["records"], "an array of progress records, nor one record a line, nor an answer of Airtable's API ({\"records\":[{\"fields\":{…}}]})");

    // The last is there so that a file has one of the two.
    private static readonly FileField[] Fields =
    [
        new(true, "CustomerId"), new(false, "TaskId"), new(false, "TaskName"), new(false, "TaskSource"), new(false, "StageMilestone"),
        new(false, "CompetencyArea"), new(false, "PriorityLevel"), new(false, "Status"), new(false, "CompletedDate"), new(false, "PlatformToolUsed"),
        new(false, "CompletionNotes"), new(false, "CompetencyImpact"), new(false, "SyncKey"), new(true, "TaskName", "TaskId"),
    ];

    private static readonly TaskFile<GivenProgress> File = new(Kind, Fields, Row);

    public static IEnumerable<ImportRow<GivenProgress>> Read(SourceFile file, TaskProgressImportOptions options) => File.Read(file, options);

    private static ImportRow<GivenProgress> Row(long line, string?[] texts)
    {
        var check = new FieldCheck();
        var given = check.Read(new NewTaskProgress
        {
            CustomerId = texts[0] ?? "", TaskId = texts[1], TaskName = texts[2], TaskSource = texts[3], StageMilestone = texts[4],
            CompetencyArea = texts[5], PriorityLevel = texts[6], Status = texts[7], CompletedDate = check.Day("CompletedDate", texts[8]),
            PlatformToolUsed = texts[9], CompletionNotes = texts[10], CompetencyImpact = check.Impact(texts[11]), SyncKey = check.Key("SyncKey", texts[12]),
        });
        return check.Fault is { } fault ? ImportRow<GivenProgress>.Unsound(fault.ToProblem(line)) : ImportRow<GivenProgress>.Sound(new GivenProgress(line, given));
    }
}
