using Progress.Store;

namespace Progress.Reps;

/// <summary>How a rep's figures came about: the ledger by source, the level's threshold, the gates and the days of each rate.</summary>
internal static class ProgressionExplanation
{
    public static IEnumerable<ExplanationLine> Of(ProgressStore store, RepState state) =>
        [.. TotalXp(store, state), Level(state), .. Rank(state), .. Metrics(state)];

    /// <summary>The days that a rate rests on.</summary>
    public static IEnumerable<ExplanationLine> Metric(
        RepState state, RepMetricName metric, int? days = null, RateDenominator denominator = RateDenominator.Total)
    {
        var (from, to) = MetricFormula.Window(state.Rules.Set, metric, state.Day, days);
        if (metric == RepMetricName.ShowRate)
        {
            // Held may exceed set on a day and not over the window, so only the window as a whole adds up.
            var rate = state.Metric(metric, days);
            yield return new ExplanationLine($"{metric}", $"{IsoText.Day(from)} to {IsoText.Day(to)}", "held ÷ the greater of set and held", null, rate.Numerator, rate.Denominator);
            yield break;
        }

        foreach (var (day, rate) in metric == RepMetricName.CadenceCompletion ? Cadences(state, from, to) : Days(state, metric, from, to, denominator))
            yield return new ExplanationLine($"{metric}", IsoText.Day(day), Rule(metric, denominator), null, rate.Numerator, rate.Denominator);
    }

    private static IEnumerable<(int Day, Rate Rate)> Cadences(RepState state, int from, int to) =>
        MetricFormula.Cadences(state.History.Cadences, from, to, state.Day)
            .GroupBy(c => c.Started)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, MetricFormula.Of(g)));

    private static IEnumerable<(int Day, Rate Rate)> Days(RepState state, RepMetricName metric, int from, int to, RateDenominator denominator)
    {
        var days = state.History.Days;
        for (var day = Math.Max(from, days.First); day <= Math.Min(to, days.Last); day++)
            if (MetricFormula.Over(days, metric, day, day, denominator) is { Denominator: > 0 } rate) yield return (day, rate);
    }

    private static IEnumerable<ExplanationLine> TotalXp(ProgressStore store, RepState state) =>
        RepLedger.Facts(store, state)
            .GroupBy(f => (f.Source, f.RuleSet))
            .OrderBy(g => g.Key.RuleSet).ThenBy(g => g.Key.Source, StringComparer.Ordinal)
            .Select(g => new ExplanationLine("TotalXp", $"{g.Count()} × {g.Key.Source}", $"rule set {g.Key.RuleSet}", g.Sum(f => f.Xp)));

    private static ExplanationLine Level(RepState state)
    {
        var table = state.Rules.Set.Levels;
        var level = Levels.Of(table, state.Xp(state.Day));
        return new ExplanationLine("Level", $"{state.Xp(state.Day)} XP", $"level {level} begins at {Levels.Start(table, level)} XP", level);
    }

    private static IEnumerable<ExplanationLine> Rank(RepState state)
    {
        foreach (var promotion in state.Promotions.Where(p => p.Day <= state.Day))
            yield return new ExplanationLine("Rank", $"{promotion.Grade} reached on {IsoText.Day(promotion.Day)}: {promotion.Evidence}", $"rule set {promotion.Rules}", 1);
        foreach (var gate in state.NextGates())
            yield return new ExplanationLine("NextRank", gate.ToString(), $"gate {gate.Status}", gate.Status == GateStatus.Passed ? 1 : 0);
    }

    private static IEnumerable<ExplanationLine> Metrics(RepState state) =>
        Enum.GetValues<RepMetricName>().SelectMany(m => Metric(state, m));

    private static string Rule(RepMetricName metric, RateDenominator denominator)
    {
        var of = denominator == RateDenominator.Connected ? "connected calls" : "calls";
        return metric switch
        {
            RepMetricName.Sub30sDropRate => $"{of} under the short limit ÷ {of}",
            RepMetricName.CallToApptRate => $"appointments set on {of} ÷ {of}",
            RepMetricName.TwoPlusMinRate => $"{of} over the long limit ÷ {of}",
            RepMetricName.ConnectRate => $"connected calls ÷ {of}",
            _ => "leads with a completed cadence ÷ leads whose cadence started that day",
        };
    }
}
