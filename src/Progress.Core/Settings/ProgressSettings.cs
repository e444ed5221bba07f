using System.Text.Json.Serialization;

namespace Progress.Settings;

/// <summary>What a team sets in <c>progress.settings.json</c>. Every member has a default; an empty object is valid.</summary>
public sealed record ProgressSettings
{
    /// <summary>Where an editor finds the JSON schema; no setting of ours.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>IANA name of the zone in which days are counted where rep or plan name none; default <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether changes of plan and issues need a reason; default false.</summary>
    public bool RequireReason { get; init; }

    /// <summary>When the team works; default Monday to Friday, 09:00 to 17:00.</summary>
    public WorkingHours WorkingHours { get; init; } = new();

    /// <summary>Days on which nobody works, each once; default none.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Where the plan's work happens.</summary>
    public PlanSettings Plan { get; init; } = new();

    /// <summary>Where the project's documents are.</summary>
    public DocumentationSettings Documentation { get; init; } = new();

    /// <summary>How keys of the plan look in commit messages and documents; default none.</summary>
    public IReadOnlyList<LinkPattern> LinkPatterns { get; init; } = [];

    /// <summary>When recurring work falls due.</summary>
    public CadenceSettings Cadence { get; init; } = new();

    /// <summary>Who hears of escalations.</summary>
    public EscalationSettings Escalation { get; init; } = new();

    /// <summary>How customers are judged.</summary>
    public CustomerSettings Customers { get; init; } = new();

    /// <summary>The systems that this store is connected with; default none. Only in the user's own file.</summary>
    public IReadOnlyList<ConnectionSettings> Connections { get; init; } = [];

    /// <summary>How connections are synced. Only in the user's own file.</summary>
    public SyncSettings Sync { get; init; } = new();

    /// <summary>How Twenty is read. Only in the user's own file.</summary>
    public TwentySettings Twenty { get; init; } = new();

    /// <summary>How RedHawk is read. Only in the user's own file.</summary>
    [JsonPropertyName("redhawk")]
    public RedHawkSettings RedHawk { get; init; } = new();

    /// <summary>How Airtable is read and written. Only in the user's own file.</summary>
    public AirtableSettings Airtable { get; init; } = new();
}

/// <summary>Where the plan's work happens.</summary>
public sealed record PlanSettings
{
    /// <summary>Path of the git repository, relative paths from the settings file's folder; default null, none.</summary>
    public string? Repository { get; init; }
}

/// <summary>Where the project's documents are.</summary>
public sealed record DocumentationSettings
{
    /// <summary>Folder of the documents, relative paths from the plan's repository; default <c>docs</c>.</summary>
    public string Folder { get; init; } = "docs";
}
