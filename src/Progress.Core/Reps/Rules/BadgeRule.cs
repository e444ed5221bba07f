using System.Text.Json.Serialization;

namespace Progress.Reps;

/// <summary>All badges.</summary>
/// <param name="MinDials">Dials that a window of a rate badge must hold.</param>
/// <param name="List">The badges.</param>
public sealed record BadgeTable(int MinDials, IReadOnlyList<BadgeRule> List);

/// <summary>A badge.</summary>
/// <param name="Id">Id, e.g. <c>opener_elite</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">How its tiers are earned.</param>
/// <param name="Of">The metric or counter that it rests on.</param>
/// <param name="Boss">Of a boss badge, the boss.</param>
/// <param name="Tiers">Tiers, lowest first.</param>
public sealed record BadgeRule(
    string Id, string Name, BadgeKind Kind, IReadOnlyList<BadgeTierRule> Tiers, string? Of = null, string? Boss = null)
{
    /// <summary>The metric, of a rate badge.</summary>
    [JsonIgnore]
    public RepMetricName Metric { get; } = Enum.TryParse<RepMetricName>(Of, ignoreCase: true, out var metric) ? metric : default;

    /// <summary>The counter, of a counting badge.</summary>
    [JsonIgnore]
    public RepCounter Counter { get; } = Enum.TryParse<RepCounter>(Of, ignoreCase: true, out var counter) ? counter : default;
}

/// <summary>How a badge's tiers are earned.</summary>
public enum BadgeKind
{
    /// <summary>A rate over the tier's trailing days, which hold enough dials.</summary>
    Rate,

    /// <summary>A rate over the whole history, on enough appointments.</summary>
    CumulativeRate,

    /// <summary>Enough of something within so many dials and days.</summary>
    Within,

    /// <summary>Enough of something over the whole history.</summary>
    Count,

    /// <summary>A boss defeated.</summary>
    Boss,
}

/// <summary>One tier of a badge; which bounds it has depends on the badge's kind.</summary>
/// <param name="Tier">bronze, silver, gold or platinum.</param>
/// <param name="Xp">XP paid once.</param>
/// <param name="Below">The rate must be strictly below.</param>
/// <param name="Above">The rate must be strictly above.</param>
/// <param name="AtLeast">The count must be at least.</param>
/// <param name="Days">Trailing local days looked at.</param>
/// <param name="MaxDials">Most dials within those days.</param>
public sealed record BadgeTierRule(
    string Tier, int Xp, double? Below = null, double? Above = null, int? AtLeast = null, int? Days = null, int? MaxDials = null)
{
    /// <summary>Whether a rate is within the tier's bounds; no rate is not.</summary>
    public bool Admits(double? rate) =>
        rate is { } value && (Below is not { } below || value < below) && (Above is not { } above || value > above);
}
