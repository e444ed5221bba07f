using Progress.Csv;

namespace Progress.Reps;

/// <summary>How good a rate is against the seed's bounds.</summary>
public enum MetricTier
{
    /// <summary>Beyond satisfactory.</summary>
    Unsatisfactory,

    /// <summary>Satisfactory.</summary>
    Satisfactory,

    /// <summary>Above satisfactory.</summary>
    Above,

    /// <summary>The best tier.</summary>
    Elite,
}

/// <summary>One efficiency metric of a rep.</summary>
public sealed record RepMetric
{
    /// <summary>The rep's <c>workspaceMemberId</c>.</summary>
    public required Guid RepId { get; init; }

    /// <summary>The rep's name.</summary>
    public required string Name { get; init; }

    /// <summary>Which metric.</summary>
    public required RepMetricName Metric { get; init; }

    /// <summary>0–1, or null without a denominator.</summary>
    public required double? Value { get; init; }

    /// <summary>How many.</summary>
    public required long Numerator { get; init; }

    /// <summary>Of how many.</summary>
    public required long Denominator { get; init; }

    /// <summary>First local day of the window; of cadences, the first day on which one may have started.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last local day of the window, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Lower end of the Wilson 95 % interval.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper end of the Wilson 95 % interval.</summary>
    public required double? High { get; init; }

    /// <summary>How good it is; null without a value or where the rules know no tiers.</summary>
    public required MetricTier? Tier { get; init; }

    /// <summary>Whether the window holds too few dials to judge the rep by.</summary>
    public required bool Ramp { get; init; }

    /// <summary>The days behind it; null unless asked for.</summary>
    [CsvIgnore]
    public IReadOnlyList<ExplanationLine>? Explanation { get; init; }
}
