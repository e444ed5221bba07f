namespace Progress.Reps;

/// <summary>The efficiency metrics.</summary>
public enum RepMetricName
{
    /// <summary>Calls under 30 s ÷ calls; lower is better.</summary>
    Sub30sDropRate,

    /// <summary>Appointments set on calls ÷ calls.</summary>
    CallToApptRate,

    /// <summary>Calls over 2:00 ÷ calls.</summary>
    TwoPlusMinRate,

    /// <summary>Connected calls ÷ calls.</summary>
    ConnectRate,

    /// <summary>Appointments held ÷ the greater of set and held.</summary>
    ShowRate,

    /// <summary>Leads with a completed cadence ÷ leads whose cadence started long enough ago.</summary>
    CadenceCompletion,
}

/// <summary>Windows and tiers of the metrics.</summary>
/// <param name="RampDials">Below so many dials in the window a rep is ramping up.</param>
/// <param name="Windows">Trailing local days of each metric, today included.</param>
/// <param name="Cadence">Which cadences count.</param>
/// <param name="Tiers">Bounds of the tiers.</param>
public sealed record MetricRule(
    int RampDials,
    IReadOnlyDictionary<RepMetricName, int> Windows,
    CadenceWindow Cadence,
    IReadOnlyDictionary<RepMetricName, MetricTiers> Tiers)
{
    /// <summary>Whether less of it is better.</summary>
    public static bool LowerIsBetter(RepMetricName metric) => metric is RepMetricName.Sub30sDropRate;
}

/// <summary>Cadences count that started so many local days ago.</summary>
public sealed record CadenceWindow(int StartedAtLeastDaysAgo, int StartedAtMostDaysAgo);

/// <summary>Bounds of a metric's tiers, inclusive; beyond the last it is unsatisfactory.</summary>
public sealed record MetricTiers(double Elite, double Above, double Satisfactory);
