using Progress.Csv;

namespace Progress.Reps;

/// <summary>What a diagnosis says.</summary>
public enum DiagnosisVerdict
{
    /// <summary>Too few calls to say anything.</summary>
    TooFewCalls,

    /// <summary>Nothing stands out.</summary>
    Nothing,

    /// <summary>A stage at which the rep loses.</summary>
    Finding,
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth training.</summary>
    Warning,

    /// <summary>Train it now.</summary>
    Critical,
}

/// <summary>One finding about a rep, or that there is none.</summary>
public sealed record RepDiagnosis
{
    /// <summary>The rep's <c>workspaceMemberId</c>.</summary>
    public required Guid RepId { get; init; }

    /// <summary>The rep's name.</summary>
    public required string Name { get; init; }

    /// <summary>What is said.</summary>
    public required DiagnosisVerdict Verdict { get; init; }

    /// <summary>The stage at which the rep loses.</summary>
    public DiagnosisStage? Finding { get; init; }

    /// <summary>How bad it is.</summary>
    public FindingSeverity? Severity { get; init; }

    /// <summary>The metric that shows it.</summary>
    public RepMetricName? Metric { get; init; }

    /// <summary>The metric's value, 0–1.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of its Wilson 95 % interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of its Wilson 95 % interval.</summary>
    public double? High { get; init; }

    /// <summary>Where it should be.</summary>
    public double? Target { get; init; }

    /// <summary>The median of the team's reps with enough calls.</summary>
    public double? TeamMedian { get; init; }

    /// <summary>Calls in the window.</summary>
    public required long Calls { get; init; }

    /// <summary>Days of the window.</summary>
    public required int Days { get; init; }

    /// <summary>Appointments lost a week by the gap to the target, at the team median's rates downstream; null without such rates.</summary>
    public double? LostPerWeek { get; init; }

    /// <summary>Training that fits.</summary>
    public IReadOnlyList<string> Training { get; init; } = [];

    /// <summary>What to do.</summary>
    public required string Recommendation { get; init; }

    /// <summary>How the loss was reckoned; null unless asked for.</summary>
    [CsvIgnore]
    public IReadOnlyList<ExplanationLine>? Explanation { get; init; }
}
