using Progress.Settings;

namespace Progress.Customers;

/// <summary>A task's score for a customer, by its terms.</summary>
internal readonly record struct TaskScore(decimal Priority, decimal Gap, decimal Milestone, decimal Tool)
{
    public decimal Total => Priority + Gap + Milestone + Tool;
}

/// <summary>Scores tasks for a customer; spec, "Get-TaskRecommendation".</summary>
internal sealed class TaskScorer(string? milestone, TaskTally tally, CatalogIndex catalog, RecommendationWeights weights)
{
    /// <summary>What each term reaches at most, before its weight.</summary>
    private const int Full = 4;

    /// <summary>Decimals of a term: enough for any share, and few enough that terms add up exactly.</summary>
    private const int Decimals = 9;

    /// <summary>Critical 4, high 3, medium 2, low 1.</summary>
    private static readonly Dictionary<string, int> Urgency =
        TaskOptions.Priority.Values.Reverse().Select((priority, i) => (priority, i)).ToDictionary(p => p.priority, p => p.i + 1);

    private readonly CompetencyGains gains = CompetencyGains.Of(tally.Completed);
    private readonly HashSet<string> tools = [.. tally.Tools.Select(t => t.Tool)];
    private readonly Dictionary<string, decimal> gapTerms = [];

    public TaskScore Of(CatalogTask task) => new(
        Term(weights.Priority, Urgency[task.PriorityLevel]), GapTerm(task.CompetencyArea),
        IsCurrent(task) ? Term(weights.Milestone, Full) : 0, tools.Contains(task.PlatformTool) ? Term(weights.Tool, Full) : 0);

    /// <summary>The terms in words; their amounts add up to the score.</summary>
    public IEnumerable<ExplanationLine> Explain(CatalogTask task)
    {
        var score = Of(task);
        yield return Line($"priority {task.PriorityLevel}", $"{weights.Priority} × {Urgency[task.PriorityLevel]}", score.Priority);
        yield return GapLine(task.CompetencyArea, score.Gap);
        yield return Line(
            milestone is null ? "no current milestone" : IsCurrent(task) ? $"of the current milestone, {milestone}" : $"not of the current milestone, {milestone}",
            $"{weights.Milestone} × {(IsCurrent(task) ? Full : 0)}", score.Milestone);
        var preferred = tools.Contains(task.PlatformTool);
        yield return Line(
            $"tool {task.PlatformTool}, {(preferred ? "preferred" : "not a preferred one")}", $"{weights.Tool} × {(preferred ? Full : 0)}", score.Tool);
    }

    private static decimal Term(double weight, decimal value) => Math.Round((decimal)weight * value, Decimals);

    private static ExplanationLine Line(string what, FormattableString rule, decimal amount) =>
        new("Score", what, FormattableString.Invariant(rule), amount);

    private bool IsCurrent(CatalogTask task) => milestone is not null && task.Milestone == milestone;

    /// <summary>The share of the milestone's points in an area that is missing, 0–1, times the full and the weight.</summary>
    private decimal GapTerm(string competency)
    {
        if (gapTerms.TryGetValue(competency, out var known)) return known;
        var asked = catalog.Impact(milestone, competency);
        var gap = asked == 0 ? 0 : Math.Max(0, 1 - ((decimal)gains.In(competency) / asked));
        return gapTerms[competency] = Term(weights.Gap, Full * gap);
    }

    private ExplanationLine GapLine(string competency, decimal amount)
    {
        var (gained, asked) = (gains.In(competency), catalog.Impact(milestone, competency));
        if (asked == 0) return Line($"the current milestone asks for nothing in {competency}", $"{weights.Gap} × 0", amount);
        return gained >= asked
            ? Line($"gained {gained} of {asked} points in {competency}", $"{weights.Gap} × 0", amount)
            : Line($"gained {gained} of {asked} points in {competency}", $"{weights.Gap} × (1 − {gained} ÷ {asked}) × {Full}", amount);
    }
}
