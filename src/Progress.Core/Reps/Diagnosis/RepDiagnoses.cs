using System.Globalization;
using Progress.Store;

namespace Progress.Reps;

/// <summary>What to train each rep in.</summary>
public static class RepDiagnoses
{
    /// <summary>Findings by rep, most appointments lost first; one object that says so where there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="days">Window in local days; the rules' where null.</param>
    /// <param name="asOf">As of this day; today without it.</param>
    /// <param name="explain">Fills the explanations.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>InvalidDays</c>.</exception>
    public static IEnumerable<RepDiagnosis> Get(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, int? days = null, IsoTime? asOf = null, bool explain = false)
    {
        MetricWindow.Check(days);
        // The team is everyone, whoever is asked about.
        var states = RepState.Read(store, null, asOf).ToList();
        var wanted = reps is { Count: > 0 } ? RepState.Read(store, reps, asOf).ToList() : states;
        var team = new TeamFunnels(states);
        return wanted.SelectMany(state => Of(state, team, days ?? state.Rules.Set.Diagnosis.Days, explain));
    }

    internal static IEnumerable<RepDiagnosis> Of(RepState state, TeamFunnels team, int days, bool explain)
    {
        var rules = state.Rules.Set.Diagnosis;
        var funnels = team.Over(days).Where(f => f.Calls >= rules.MinCalls).ToList();
        var rep = Funnel.Of(state, days);
        var none = new RepDiagnosis
        {
            RepId = state.Rep.Member, Name = state.Rep.DisplayName, Verdict = DiagnosisVerdict.TooFewCalls, Calls = rep.Calls, Days = days,
            Recommendation = $"Below {rules.MinCalls} calls in {days} days there is nothing to say yet.",
        };
        return Diagnose.Of(rep, funnels, rules, days) switch
        {
            null => [none],
            { Count: 0 } => [none with { Verdict = DiagnosisVerdict.Nothing, Recommendation = "Nothing stands out: keep going." }],
            { } found => found.Select(f => Describe(none, f, explain)),
        };
    }

    private static RepDiagnosis Describe(RepDiagnosis rep, Diagnose.Found found, bool explain) =>
        rep with
        {
            Verdict = DiagnosisVerdict.Finding,
            Finding = found.Rule.Stage,
            Severity = found.Critical ? FindingSeverity.Critical : FindingSeverity.Warning,
            Metric = found.Rule.Metric,
            Value = found.Rate.Value,
            Low = found.Rate.Low,
            High = found.Rate.High,
            Target = found.Target,
            TeamMedian = found.TeamMedian,
            LostPerWeek = found.LostPerWeek,
            Training = found.Rule.Training,
            Recommendation = found.Rule.Advice,
            Explanation = explain ? new[] { Explain(rep, found) } : null,
        };

    private static ExplanationLine Explain(RepDiagnosis rep, Diagnose.Found found) =>
        new(
            "LostPerWeek",
            string.Create(CultureInfo.InvariantCulture, $"{rep.Calls * 7.0 / rep.Days:0.##} calls a week × gap {found.Gap:0.####} × downstream {found.Downstream:0.####}"),
            "weekly calls × gap to the target × the team median's rate downstream",
            null, found.Rate.Numerator, found.Rate.Denominator);
}
