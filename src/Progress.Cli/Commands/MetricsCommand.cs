using System.CommandLine;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>metrics</c>; Get-RepMetric.</summary>
internal sealed class MetricsCommand(Terminal terminal) : ProgressCommand(
    terminal, "metrics", "Each rep's efficiency metrics, with what they rest on.",
    SharedOptions.Reps, SharedOptions.Days, SharedOptions.AsOf, Denominator, SharedOptions.Explain)
{
    private static readonly Option<RateDenominator> Denominator = new("--denominator")
    {
        Description = "Which calls rates are taken over: total (default) or connected.", HelpName = "total|connected",
        CustomParser = OptionRules.OneOf<RateDenominator>,
    };

    private static readonly Table<RepMetric> Metrics = new(
        new("Metric", m => m.Metric),
        new("Value", m => m.Value, ReportFormat.Percent),
        new("Of", m => FormattableString.Invariant($"{m.Numerator:N0} of {m.Denominator:N0}"), ReportFormat.Number),
        new("95 % interval", m => m.Low is null ? null : $"{Percent(m.Low)}–{Percent(m.High)}", ReportFormat.Number),
        new("From", m => m.From),
        new("To", m => m.To),
        new("Tier", m => m.Ramp ? $"{m.Tier?.ToString() ?? "–"} (ramp)" : m.Tier));

    protected override int Run(Session session)
    {
        var metrics = RepMetrics.Get(
            session.ReadStore, session.Get(SharedOptions.Reps), session.Get(SharedOptions.Days), session.Get(SharedOptions.AsOf),
            session.Get(Denominator), session.Get(SharedOptions.Explain)).ToList();
        return session.Result(metrics, page => Show(page, metrics));
    }

    private static void Show(Page page, List<RepMetric> metrics)
    {
        if (metrics.Count == 0) page.Line(ProgressionView.NoReps);
        foreach (var rep in metrics.GroupBy(m => (m.RepId, m.Name)))
        {
            page.Heading(rep.Key.Name);
            page.Table([.. rep], Metrics);
            ExplanationView.Show(page, rep.SelectMany(m => m.Explanation ?? []));
        }

        if (metrics.Exists(m => m.Ramp)) page.Line("(ramp): too few dials in the window to judge the rep by.");
    }

    private static string Percent(double? rate) => ReportValue.Show(rate, ReportFormat.Percent);
}
