namespace Progress.Reps;

/// <summary>Which stages cost a rep most; spec, "Diagnosis". A pure function of funnels.</summary>
internal static class Diagnose
{
    /// <summary>A finding before it is put into words.</summary>
    public sealed record Found(FindingRule Rule, Rate Rate, double? TeamMedian, double Gap, double? Downstream, double? LostPerWeek, bool Critical)
    {
        public double Target => Rule.Above ?? Rule.Below!.Value;
    }

    /// <summary>Findings, most appointments lost first; null where there are too few calls to say anything.</summary>
    public static IReadOnlyList<Found>? Of(Funnel rep, IReadOnlyList<Funnel> team, DiagnosisRule rules, int days)
    {
        if (rep.Calls < rules.MinCalls) return null;
        var found = rules.Findings.Where(f => Applies(f, rep)).ToList();
        var moot = found.SelectMany(f => f.Suppresses).ToHashSet();
        return [.. found
            .Where(f => !moot.Contains(f.Stage))
            .Select(f => Reckon(f, rep, team, days))
            .OrderByDescending(f => f.LostPerWeek ?? -1)];
    }

    private static bool Applies(FindingRule rule, Funnel rep) =>
        rep.Metrics[rule.Metric].Value is { } value
        && ((rule.Above is { } above && value > above) || (rule.Below is { } below && value < below))
        && rep.Dials >= rule.MinDials
        && rep.Appointments >= rule.MinAppointments
        && (rep.Metrics[RepMetricName.ConnectRate].Value ?? 0) >= rule.MinConnectRate
        && (!rule.NoVoicemails || rep.Voicemails == 0);

    private static Found Reckon(FindingRule rule, Funnel rep, IReadOnlyList<Funnel> team, int days)
    {
        var rate = rep.Metrics[rule.Metric];
        var gap = Math.Abs(rate.Value!.Value - (rule.Above ?? rule.Below!.Value));
        var downstream = Median(team.Select(f => f.Downstream(rule.Stage).Value));
        var lost = downstream is { } share ? rep.Calls * 7.0 / days * gap * share : (double?)null;
        return new Found(rule, rate, Median(team.Select(f => f.Metrics[rule.Metric].Value)), gap, downstream, lost, rate.Value > rule.CriticalAbove);
    }

    internal static double? Median(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().Order().ToList();
        return known.Count == 0 ? null : (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
    }
}
