using Progress.Import;

namespace Progress.Customers;

/// <summary>A row of a file of the catalogue.</summary>
internal sealed record GivenTask(long Line, CatalogTask Task);

/// <summary>Reads files of the catalogue.</summary>
internal static class CatalogFile
{
    private static readonly char[] Separators = [';', ','];

    private static readonly JsonItemKind Kind = new(
        "task", new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "TaskId", "Task ID", "TaskName", "Task Name", "fields" },
        ["records"], "an array of tasks, nor one task a line, nor an answer of Airtable's API ({\"records\":[{\"fields\":{…}}]})");

    private static readonly FileField[] Fields =
    [
        new(true, "TaskId"), new(true, "TaskName"), new(true, "TaskSource"), new(false, "StageMilestone"), new(true, "CompetencyArea"),
        new(true, "PriorityLevel"), new(false, "PlatformTool", "PlatformToolUsed"), new(true, "CompetencyImpact"), new(false, "DependsOn"),
    ];

    private static readonly TaskFile<GivenTask> File = new(Kind, Fields, Row);

    public static IEnumerable<ImportRow<GivenTask>> Read(SourceFile file, FileImportOptions options) => File.Read(file, options);

    private static ImportRow<GivenTask> Row(long line, string?[] texts)
    {
        var check = new FieldCheck();
        var task = new CatalogTask
        {
            TaskId = Id(check, texts[0]), TaskName = Needed(check, "TaskName", check.Line("TaskName", texts[1]), "a name"),
            TaskSource = Needed(check, "TaskSource", check.Option(TaskOptions.Source, texts[2]), TaskOptions.Source.Allowed),
            StageMilestone = check.Line("StageMilestone", texts[3]),
            CompetencyArea = Needed(check, "CompetencyArea", check.Option(TaskOptions.Competency, texts[4]), TaskOptions.Competency.Allowed),
            PriorityLevel = Needed(check, "PriorityLevel", check.Option(TaskOptions.Priority, texts[5]), TaskOptions.Priority.Allowed),
            PlatformTool = check.Option(TaskOptions.Tool, texts[6], "PlatformTool") ?? TaskOptions.NoTool,
            CompetencyImpact = Needed(check, check.Impact(texts[7])), DependsOn = Ids(check.Notes("DependsOn", texts[8])),
        };
        return check.Fault is { } fault ? ImportRow<GivenTask>.Unsound(fault.ToProblem(line)) : ImportRow<GivenTask>.Sound(new GivenTask(line, task));
    }

    private static string Id(FieldCheck check, string? text)
    {
        const string allowed = "an id on one line, without ; and ,";
        var id = Needed(check, "TaskId", check.Line("TaskId", text), allowed);
        if (id.IndexOfAny(Separators) >= 0) check.Note(new FieldFault("InvalidTaskId", "TaskId", id, allowed));
        return id;
    }

    private static string[] Ids(string? text) =>
        text is null ? [] : [.. text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Needed(FieldCheck check, string field, string? value, string allowed)
    {
        if (value is null) check.Note(new FieldFault("ValueMissing", field, "", allowed));
        return value ?? "";
    }

    private static int Needed(FieldCheck check, int? impact)
    {
        if (impact is null) check.Note(new FieldFault("ValueMissing", "CompetencyImpact", "", FieldCheck.AllowedImpact));
        return impact ?? 0;
    }
}
