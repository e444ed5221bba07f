using Progress.Csv;

namespace Progress.Reps;

/// <summary>Where a rep stands on a day.</summary>
public sealed record RepProgression
{
    /// <summary>The rep's <c>workspaceMemberId</c>.</summary>
    public required Guid RepId { get; init; }

    /// <summary>The rep's name.</summary>
    public required string Name { get; init; }

    /// <summary>The local day that this is the closing state of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The zone that the rep's days are in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>XP of all facts up to that day.</summary>
    public required long TotalXp { get; init; }

    /// <summary>Level, from 1, without end.</summary>
    public required int Level { get; init; }

    /// <summary>XP above the level's threshold.</summary>
    public required long XpIntoLevel { get; init; }

    /// <summary>XP still missing for the next level.</summary>
    public required long XpToNextLevel { get; init; }

    /// <summary>Rank's grade, e.g. <c>E-2</c>.</summary>
    public required string Rank { get; init; }

    /// <summary>Rank's name, e.g. <c>SDR II</c>.</summary>
    public required string RankName { get; init; }

    /// <summary>Grade of the next rank, or null at the top.</summary>
    public required string? NextRank { get; init; }

    /// <summary>Gates of the next rank that do not pass yet.</summary>
    public required IReadOnlyList<GateState> Missing { get; init; }

    /// <summary>Badge tiers earned, e.g. <c>opener_elite.bronze</c>.</summary>
    public required IReadOnlyList<string> Badges { get; init; }

    /// <summary>Consecutive active local days that end on that day, or on the day before.</summary>
    public required int StreakDays { get; init; }

    /// <summary>Calls, and dials entered by hand.</summary>
    public required long Dials { get; init; }

    /// <summary>Appointments set.</summary>
    public required long Appointments { get; init; }

    /// <summary>Deals closed.</summary>
    public required long ClosedDeals { get; init; }

    /// <summary>Modules that count.</summary>
    public required IReadOnlyList<string> Modules { get; init; }

    /// <summary>Exams passed.</summary>
    public required IReadOnlyList<string> Exams { get; init; }

    /// <summary>Certifications earned.</summary>
    public required IReadOnlyList<string> Certifications { get; init; }

    /// <summary>Bosses defeated.</summary>
    public required IReadOnlyList<string> Bosses { get; init; }

    /// <summary>Calls under 30 s ÷ calls, 0–1; null without calls.</summary>
    public required double? Sub30sDropRate { get; init; }

    /// <summary>Appointments set on calls ÷ calls, 0–1; null without calls.</summary>
    public required double? CallToApptRate { get; init; }

    /// <summary>Calls over 2:00 ÷ calls, 0–1; null without calls.</summary>
    public required double? TwoPlusMinRate { get; init; }

    /// <summary>Connected calls ÷ calls, 0–1; null without calls.</summary>
    public required double? ConnectRate { get; init; }

    /// <summary>Held ÷ set appointments, 0–1; null without any.</summary>
    public required double? ShowRate { get; init; }

    /// <summary>Completed ÷ started cadences, 0–1; null without any.</summary>
    public required double? CadenceCompletion { get; init; }

    /// <summary>Last day on which the rep earned XP by own doing.</summary>
    public required DateOnly? LastActivity { get; init; }

    /// <summary>Whether a change waits to be sent.</summary>
    public required SyncState SyncState { get; init; }

    /// <summary>Start of what the next four figures compare with; null unless asked for.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>XP gained from that day on.</summary>
    public long? XpGained { get; init; }

    /// <summary>Levels gained from that day on.</summary>
    public int? LevelsGained { get; init; }

    /// <summary>Badge tiers earned from that day on.</summary>
    public IReadOnlyList<string>? BadgesGained { get; init; }

    /// <summary>Ranks reached from that day on.</summary>
    public IReadOnlyList<string>? PromotionsGained { get; init; }

    /// <summary>Facts and rules behind the figures; null unless asked for.</summary>
    [CsvIgnore]
    public IReadOnlyList<ExplanationLine>? Explanation { get; init; }
}

/// <summary>Whether a remote knows what is known here.</summary>
public enum SyncState
{
    /// <summary>A change has not been sent yet.</summary>
    Pending,

    /// <summary>Nothing waits.</summary>
    Synced,
}
