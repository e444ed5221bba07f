namespace Progress.Sync;

/// <summary>Fields of a rep's record, and how each is merged; docs/sync.md, "Merge".</summary>
internal static class ProgressionFields
{
    public const string Member = "workspaceMemberId";
    public const string Name = "name";
    public const string Level = "currentLevel";
    public const string Rank = "currentRank";
    public const string Streak = "streakDays";
    public const string Efficiency = "efficiency";
    public const string Badges = "badges";
    public const string Modules = "completedModules";
    public const string Certifications = "certifications";
    public const string Bosses = "defeatedBosses";
    public const string Exams = "passedExams";
    public const string Promotions = "promotions";
    public const string ActiveDays = "activeDays";
    public const string Revision = "rev";

    /// <summary>Other writers do not raise our revision, so what they add to is expected as it was read, too.</summary>
    public static readonly IReadOnlyList<string> Expected = [Revision, SyncStateFormat.TotalXp, SyncStateFormat.ClosedDeals];

    /// <summary>Without these nothing additive can be pushed.</summary>
    public static readonly IReadOnlyList<string> Needed = [Revision, SyncStateFormat.Field, SyncStateFormat.TotalXp, SyncStateFormat.ClosedDeals];

    public static readonly IReadOnlyList<FieldRule> Rules =
    [
        new(Name, FieldPolicy.RemoteWins),
        new(SyncStateFormat.TotalXp, FieldPolicy.AdditiveByOrigin, Additive: SyncStateFormat.Xp),
        new(SyncStateFormat.ClosedDeals, FieldPolicy.AdditiveByOrigin, Additive: SyncStateFormat.Deals),
        new(Badges, FieldPolicy.Union, SetFormat.Ids),
        new(Modules, FieldPolicy.Union, SetFormat.Ids),
        new(Certifications, FieldPolicy.Union, SetFormat.Ids),
        new(Bosses, FieldPolicy.Union, SetFormat.Ids),
        new(Exams, FieldPolicy.Union, SetFormat.Ids),
        new(Promotions, FieldPolicy.Union, PromotionList.Format),
        new(ActiveDays, FieldPolicy.Union, DayRuns.Format),
        new(Level, FieldPolicy.Derived),
        new(Rank, FieldPolicy.Derived),
        new(Streak, FieldPolicy.Derived),
        new(Efficiency, FieldPolicy.Derived),
    ];
}
