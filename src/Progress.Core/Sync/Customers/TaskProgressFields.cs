using System.Text.Json.Nodes;
using Progress.Customers;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>A progress record as Airtable has it, under the seed's names; seed, "Field Definitions".</summary>
internal static class TaskProgressFields
{
    /// <summary>The link to the customer's row.</summary>
    public const string Customer = CustomerTables.CustomerId;

    private static readonly IReadOnlyList<RecordField<TaskProgressRow>> Fields =
    [
        new(CustomerTables.TaskId, FieldPolicy.RemoteWins, r => r.Task, (r, v) => r with { Task = RecordText.Of(v) }),
        new(CustomerTables.TaskName, FieldPolicy.RemoteWins, r => r.Name, (r, v) => RecordText.Of(v) is { } name ? r with { Name = name } : null),
        Option(CustomerTables.TaskSource, TaskOptions.Source, r => r.Source, (r, v) => r with { Source = v }),
        new(CustomerTables.StageMilestone, FieldPolicy.RemoteWins, r => r.Stage, (r, v) => r with { Stage = RecordText.Of(v) }),
        Option(CustomerTables.CompetencyArea, TaskOptions.Competency, r => r.Competency, (r, v) => r with { Competency = v }),
        Option(CustomerTables.PriorityLevel, TaskOptions.Priority, r => r.Priority, (r, v) => r with { Priority = v }),
        Option(CustomerTables.Status, TaskOptions.Status, r => r.Status, (r, v) => v is null ? null : r with { Status = v }),
        new(CustomerTables.CompletedDate, FieldPolicy.RemoteWins, r => RecordText.Day(r.CompletedDay), Completed),
        Option(CustomerTables.PlatformToolUsed, TaskOptions.Tool, r => r.Tool, (r, v) => r with { Tool = v }),
        new(CustomerTables.CompletionNotes, FieldPolicy.RemoteThenOurs, r => r.Notes, (r, v) => r with { Notes = RecordText.Of(v) }),
        new(CustomerTables.CompetencyImpact, FieldPolicy.RemoteWins, r => r.Impact, Impact),
    ];

    /// <summary>How each field is merged; the link first, as it must be known before anything else.</summary>
    public static IReadOnlyList<FieldRule> Rules { get; } =
        [new(Customer, FieldPolicy.RemoteWins), .. Fields.Select(f => new FieldRule(f.Name, f.Policy))];

    /// <summary>A record as it is sent, of the fields that the remote has.</summary>
    public static JsonObject Write(TaskProgressRow row, string customer, IReadOnlySet<string> usable)
    {
        var record = new JsonObject();
        if (usable.Contains(Customer)) record[Customer] = new JsonArray(customer);
        foreach (var field in Fields.Where(f => usable.Contains(f.Name))) record[field.Name] = field.Write(row);
        return record;
    }

    /// <summary>The same fields of what the remote told: one that it leaves out is empty.</summary>
    public static JsonObject Told(JsonObject fields, IReadOnlySet<string> usable)
    {
        var record = new JsonObject();
        foreach (var rule in Rules.Where(r => usable.Contains(r.Name))) record[rule.Name] = fields[rule.Name]?.DeepClone();
        return record;
    }

    /// <summary>The number of its code: of an autonumber, or of a formula that makes a code of one.</summary>
    public static long? Number(JsonObject fields) =>
        JsonTree.Whole(fields[CustomerTables.ProgressId]) ?? (fields[CustomerTables.ProgressId].Text() is { } text && ProgressCode.TryParse(text, out var code) && !code.Value.IsProvisional ? code.Value.Number : null);

    /// <summary>A row with what a record says; what is not allowed here is left as it is, and named.</summary>
    public static TaskProgressRow Read(JsonObject record, TaskProgressRow row, ICollection<FieldConflict> refused)
    {
        foreach (var field in Fields.Where(f => record.ContainsKey(f.Name)))
        {
            if (field.Read(row, record[field.Name]) is { } read) row = read;
            else refused.Add(new FieldConflict(field.Name, field.Write(row), record[field.Name]));
        }

        return row;
    }

    private static RecordField<TaskProgressRow> Option(
        string name, OptionSet options, Func<TaskProgressRow, string?> get, Func<TaskProgressRow, string?, TaskProgressRow?> set) => new(
        name, FieldPolicy.RemoteWins, r => get(r),
        (r, v) => RecordText.Of(v) is not { } text ? set(r, null) : options.TryParse(text, out var value) ? set(r, value) : null);

    private static TaskProgressRow? Completed(TaskProgressRow row, JsonNode? value) =>
        RecordText.Of(value) is not { } text ? row with { CompletedDay = null }
        // A field that a person made one of date and time tells the day first.
        : text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", out var day) ? row with { CompletedDay = day.DayNumber } : null;

    private static TaskProgressRow? Impact(TaskProgressRow row, JsonNode? value) =>
        value is null ? row with { Impact = null } : JsonTree.Whole(value) is >= 1 and <= 10 and var points ? row with { Impact = (int)points } : null;
}
