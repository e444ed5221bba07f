namespace Progress.Reps;

/// <summary>The diagnosis.</summary>
/// <param name="Days">Default window in local days.</param>
/// <param name="MinCalls">Below so many calls there is nothing to say.</param>
/// <param name="Findings">What can be found.</param>
public sealed record DiagnosisRule(int Days, int MinCalls, IReadOnlyList<FindingRule> Findings);

/// <summary>A stage at which calls get lost, when that is so, and what to train.</summary>
public sealed record FindingRule
{
    /// <summary>Which stage.</summary>
    public required DiagnosisStage Stage { get; init; }

    /// <summary>The metric that shows it.</summary>
    public required RepMetricName Metric { get; init; }

    /// <summary>Found when the metric is strictly above.</summary>
    public double? Above { get; init; }

    /// <summary>Found when the metric is strictly below.</summary>
    public double? Below { get; init; }

    /// <summary>Critical when the metric is strictly above.</summary>
    public double? CriticalAbove { get; init; }

    /// <summary>Least dials in the window.</summary>
    public int MinDials { get; init; }

    /// <summary>Least appointments in the window.</summary>
    public int MinAppointments { get; init; }

    /// <summary>Least connect rate.</summary>
    public double MinConnectRate { get; init; }

    /// <summary>Only without any voicemail left.</summary>
    public bool NoVoicemails { get; init; }

    /// <summary>Findings that this one makes moot.</summary>
    public IReadOnlyList<DiagnosisStage> Suppresses { get; init; } = [];

    /// <summary>Training that fits.</summary>
    public required IReadOnlyList<string> Training { get; init; }

    /// <summary>The recommendation, for people.</summary>
    public required string Advice { get; init; }
}

/// <summary>Where calls get lost.</summary>
public enum DiagnosisStage
{
    /// <summary>The first thirty seconds.</summary>
    Opener,

    /// <summary>No voicemail is left.</summary>
    Voicemail,

    /// <summary>Nobody answers.</summary>
    Timing,

    /// <summary>Conversations end early.</summary>
    Engagement,

    /// <summary>Conversations lead to no appointment.</summary>
    Closing,

    /// <summary>Appointments are not held.</summary>
    Qualification,
}

/// <summary>When a new rep is at risk of leaving.</summary>
/// <param name="FirstDays">Days since the start that are looked at.</param>
/// <param name="ActivityFallsTo">At risk when the last week's dials are below this share of the week before.</param>
/// <param name="BrokenStreakDays">At risk when a streak of at least so many days ended.</param>
public sealed record RiskRule(int FirstDays, double ActivityFallsTo, int BrokenStreakDays);
