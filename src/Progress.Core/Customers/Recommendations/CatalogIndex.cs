namespace Progress.Customers;

/// <summary>The catalogue in natural order of the tasks' ids, with what each milestone asks for.</summary>
internal sealed class CatalogIndex
{
    private readonly ILookup<string?, CatalogTask> byMilestone;
    private readonly Dictionary<(string?, string), int> impacts;

    public CatalogIndex(IEnumerable<CatalogTask> tasks)
    {
        Tasks = [.. tasks.OrderBy(t => t.TaskId, NaturalOrder.Instance)];
        byMilestone = Tasks.ToLookup(t => t.Milestone);
        impacts = Tasks.GroupBy(t => (t.Milestone, t.CompetencyArea)).ToDictionary(g => g.Key, g => g.Sum(t => t.CompetencyImpact));
    }

    public IReadOnlyList<CatalogTask> Tasks { get; }

    public IReadOnlyList<CatalogTask> Of(string milestone) => [.. byMilestone[milestone]];

    /// <summary>Points that the tasks of a milestone gain in an area; none without a milestone.</summary>
    public int Impact(string? milestone, string competency) => milestone is null ? 0 : impacts.GetValueOrDefault((milestone, competency));
}
