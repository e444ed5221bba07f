using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Progress.Customers;
using Progress.Json;

namespace Progress.Settings;

/// <summary>A setting: its dotted name, what is allowed, how it is read from the settings and written as JSON.</summary>
/// <param name="Name">E.g. <c>workingHours.start</c>.</param>
/// <param name="Allowed">What a value may be.</param>
/// <param name="Read">The value as the file writes it: text, a Boolean, a list.</param>
/// <param name="ToJson">Turns what a person typed into JSON.</param>
internal sealed record SettingKey(
    string Name, string Allowed, Func<ProgressSettings, object?> Read, Func<string, string> ToJson)
{
    public IReadOnlyList<string> Keys { get; } = Name.Split('.');

    public string Path { get; } = Name.Split('.').Aggregate(JsonPath.Root, JsonPath.Key);

    /// <summary>Whether only the user's own file may set it.</summary>
    public bool IsOwn => UserSettings.Keys.Contains(Keys[0]);
}

/// <summary>Every setting there is, in the order in which it is listed.</summary>
internal static class SettingKeys
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string Outcome = """JSON { "object": plural API name, "owner": field with the member's id, "at": field with the time, "when": { field: [values that count] } }, or null""";
    private const string Table = """JSON { "title": the table's name there, "fields": { our name of a field: its name there } }, or null""";
    private static readonly string Weight = FormattableString.Invariant($"a number from 0 to {CustomerCheck.MostWeight}");
    private static readonly string Weekdays = string.Join(", ", AllowedValues.Names(typeof(Weekday)));

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("timeZone", IanaZone.Allowed, s => s.TimeZone, Quoted),
        new("requireReason", "true or false", s => s.RequireReason, Flag),
        new("workingHours.start", "a time of day (HH:mm) before workingHours.end", s => Text(s.WorkingHours.Start), Quoted),
        new("workingHours.end", "a time of day (HH:mm) after workingHours.start", s => Text(s.WorkingHours.End), Quoted),
        new("workingHours.days", $"at least one of {Weekdays}, each once, separated by commas", s => s.WorkingHours.Days.Select(Text).ToArray(), List),
        new("holidays", "dates (yyyy-MM-dd), each once, separated by commas", s => s.Holidays.Select(IsoText.Day).ToArray(), List),
        new("plan.repository", "the path of a git repository, relative paths from the settings file's folder", s => s.Plan.Repository, Quoted),
        new("documentation.folder", "the path of a folder, relative paths from the plan's repository", s => s.Documentation.Folder, Quoted),
        new("linkPatterns", """a JSON list of { "pattern": a .NET regular expression, "url": an http or https address with $1 for the first group }""", s => s.LinkPatterns, Json),
        new("cadence.days.gapAssessment", $"one of {Weekdays}", s => Text(s.Cadence.Days.GapAssessment), Quoted),
        new("cadence.days.phaseReport", $"one of {Weekdays}", s => Text(s.Cadence.Days.PhaseReport), Quoted),
        new("cadence.days.architectureReview", $"one of {Weekdays}", s => Text(s.Cadence.Days.ArchitectureReview), Quoted),
        new("escalation.channels", """a JSON list of { "name", "kind": webhook, email or file, "target": environment variable, address or path }""", s => s.Escalation.Channels, Json),
        new("customers.milestones", $"JSON {{ text of a stage: one of {TaskOptions.Milestone.Allowed} }}", s => s.Customers.Milestones, Json),
        new("customers.weights.priority", Weight, s => s.Customers.Weights.Priority, Json),
        new("customers.weights.gap", Weight, s => s.Customers.Weights.Gap, Json),
        new("customers.weights.milestone", Weight, s => s.Customers.Weights.Milestone, Json),
        new("customers.weights.tool", Weight, s => s.Customers.Weights.Tool, Json),
        new("connections", """a JSON list of { "name", "provider": twenty, redHawk or airtable, "uri", of twenty and airtable "apiKeyVariable" or "secretName", of airtable "base" }; Connect-Crm writes it""", s => s.Connections, Json),
        new("sync.paused", "true or false", s => s.Sync.Paused, Flag),
        new("sync.pace", "a number greater than 0, up to 1", s => s.Sync.Pace, Json),
        new("sync.allowHttp", "true or false", s => s.Sync.AllowHttp, Flag),
        new("twenty.personOwnerField", "the API name of the field of people that holds the owner's member id, e.g. ownerId", s => s.Twenty.PersonOwnerField, Quoted),
        new("twenty.deals", Outcome, s => s.Twenty.Deals, Json),
        new("twenty.appointments", Outcome, s => s.Twenty.Appointments, Json),
        new("redhawk.paysXp", "true or false", s => s.RedHawk.PaysXp, Flag),
        new("redhawk.trustScores", "true or false", s => s.RedHawk.TrustScores, Flag),
        new("airtable.tables.taskProgress", Table, s => s.Airtable.Tables.TaskProgress, Json),
        new("airtable.tables.customerAsset", Table, s => s.Airtable.Tables.CustomerAsset, Json),
        new("airtable.createCustomers", "true or false", s => s.Airtable.CreateCustomers, Flag),
        new("airtable.plan", $"one of {string.Join(", ", AllowedValues.Names(typeof(AirtablePlan)))}", s => Text(s.Airtable.Plan), Quoted),
    ];

    /// <summary>The setting of that name.</summary>
    /// <exception cref="ProgressException"><c>UnknownSetting</c>.</exception>
    public static SettingKey Find(string name) =>
        All.FirstOrDefault(key => key.Name == name)
        ?? throw new ProgressException(
            "UnknownSetting", ErrorKind.Usage,
            $"There is no setting \"{name}\". Allowed: {string.Join(", ", All.Select(key => key.Name))}."
            + NearestName.Hint(name, All.Select(key => key.Name)), name);

    public static string Text<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Quoted(string typed) => JsonSerializer.Serialize(typed, Readable);

    private static string Flag(string typed) => bool.TryParse(typed, out var flag) ? flag ? "true" : "false" : Quoted(typed);

    private static string List(string typed) =>
        typed.TrimStart().StartsWith('[')
            ? Json(typed)
            : $"[{string.Join(", ", typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Quoted))}]";

    private static string Json(string typed)
    {
        try
        {
            JsonSpot.Parse(typed);
            return typed.Trim();
        }
        catch (JsonException)
        {
            return Quoted(typed);
        }
    }
}
