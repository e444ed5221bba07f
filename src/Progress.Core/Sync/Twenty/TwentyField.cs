namespace Progress.Sync.Twenty;

/// <summary>A field of the progression record as it is to be in Twenty.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Label">Its label.</param>
/// <param name="Description">What Twenty shows about it.</param>
internal sealed record TwentyField(string Name, string Type, string Label, string Description)
{
    public const string Text = "TEXT", Number = "NUMBER", Json = "RAW_JSON", Uuid = "UUID";

    /// <summary>The object that the fields belong to: singular, plural, labels.</summary>
    public const string Singular = "repProgression", Plural = "repProgressions", Label1 = "Rep Progression", Label2 = "Rep Progressions";

    /// <summary>Every field, the seed's first.</summary>
    public static IReadOnlyList<TwentyField> All { get; } =
    [
        new("name", Text, "Name", "Name of the rep"),
        new("workspaceMemberId", Uuid, "Workspace Member Id", "The member whose progression this is"),
        new("totalXp", Number, "Total XP", "XP of all sources; only ever added to"),
        new("currentLevel", Number, "Current Level", "Level that follows from the total"),
        new("currentRank", Text, "Current Rank", "Rank, E-1 to E-7"),
        new("closedDeals", Number, "Closed Deals", "Deals closed"),
        new("badges", Json, "Badges", "Badges with their tiers"),
        new("streakDays", Number, "Streak Days", "Days of the present streak"),
        new("completedModules", Json, "Completed Modules", "Ids of training modules passed"),
        new("certifications", Json, "Certifications", "Ids of certifications earned"),
        new("defeatedBosses", Json, "Defeated Bosses", "Ids of bosses defeated"),
        new("passedExams", Json, "Passed Exams", "Ids of exams passed"),
        new("efficiency", Json, "Efficiency", "Metrics with value, numerator, denominator and date"),
        new("syncState", Json, "Sync State", "What each device has added; do not edit"),
        new("promotions", Json, "Promotions", "Ranks reached, with their dates"),
        new("activeDays", Json, "Active Days", "Days with activity, as runs"),
        new("rev", Number, "Revision", "Raised by each sync; do not edit"),
    ];

    /// <summary>Whether a field of that type serves too: text carries ids and JSON, and this is what UI and older workspaces have.</summary>
    public bool Accepts(string found) => found == Type || (found == Text && Type is (Json or Uuid));

    /// <summary>What a person does to add it.</summary>
    public string ByHand =>
        $"in Twenty, Settings → Data Model → {Label2} → Add Field: type {Menu}, label \"{Label}\", and under advanced settings API name {Name}";

    /// <summary>What a person does to add the object.</summary>
    public static string ObjectByHand =>
        $"in Twenty, Settings → Data Model → Add object: singular \"{Label1}\", plural \"{Label2}\", API names {Singular} and {Plural}";

    private string Menu => Type switch { Number => "Number", Json => "JSON", _ => "Text" };
}
