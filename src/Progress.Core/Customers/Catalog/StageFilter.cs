namespace Progress.Customers;

/// <summary>Which stages a filter by milestone takes: one of the eight takes all texts that mean it, a free text itself.</summary>
internal sealed class StageFilter
{
    private readonly MilestoneMap map;
    private readonly HashSet<string> milestones = [];
    private readonly HashSet<string> texts = new(StringComparer.OrdinalIgnoreCase);

    private StageFilter(MilestoneMap map) => this.map = map;

    public static StageFilter Of(IEnumerable<string> wanted, MilestoneMap map)
    {
        var filter = new StageFilter(map);
        foreach (var text in wanted)
        {
            // A name of one of the eight is spelled without spaces; "Initial PMF" is a text of its own, and only that.
            if (TaskOptions.Milestone.Values.FirstOrDefault(m => m.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } milestone)
                filter.milestones.Add(milestone);
            else filter.texts.Add(text);
        }

        return filter;
    }

    public bool Fits(string? stage) =>
        stage is not null && (texts.Contains(stage) || (milestones.Count > 0 && map.Map(stage) is { } milestone && milestones.Contains(milestone)));

    /// <summary>The stages that are taken: those known that fit, and what was asked for.</summary>
    public IReadOnlyList<string> Among(IEnumerable<string> known) =>
        [.. known.Where(Fits).Concat(milestones).Concat(texts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
