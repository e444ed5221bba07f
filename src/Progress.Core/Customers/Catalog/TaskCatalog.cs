using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Customers;

/// <summary>The catalogue of tasks, in memory.</summary>
public sealed class TaskCatalog
{
    private const char Separator = ';';
    private readonly Dictionary<string, CatalogTask> byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All tasks in the order in which they were imported.</summary>
    internal IReadOnlyList<CatalogTask> All { get; }

    private TaskCatalog(IEnumerable<CatalogTask> tasks)
    {
        All = [.. tasks];
        foreach (var task in All) byId[task.TaskId] = task;
    }

    /// <summary>Tasks in the order in which they were imported.</summary>
    /// <param name="store">The store.</param>
    /// <param name="ids">Ids, names or wildcard patterns; all tasks without any.</param>
    /// <param name="milestones">Only tasks of these milestones: of <see cref="TaskOptions.Milestone"/>, or the free text.</param>
    /// <param name="competencies">Only tasks that develop one of these.</param>
    /// <param name="sources">Only tasks that come from one of these.</param>
    /// <exception cref="ProgressException"><c>TaskNotFound</c>: a selector without wildcards that fits no task; <c>InvalidOption</c>.</exception>
    public static IReadOnlyList<CatalogTask> List(
        ProgressStore store, IReadOnlyCollection<string>? ids = null, IReadOnlyCollection<string>? milestones = null,
        IReadOnlyCollection<string>? competencies = null, IReadOnlyCollection<string>? sources = null)
    {
        var catalog = Load(store);
        var stages = milestones is { Count: > 0 } ? StageFilter.Of(milestones, MilestoneMap.Of(store.Options.Customers)) : null;
        var areas = TaskOptions.Competency.ParseAll(competencies);
        var origins = TaskOptions.Source.ParseAll(sources);
        return
        [
            .. catalog.Select(ids).Where(t =>
                (stages is null || stages.Fits(t.StageMilestone))
                && (areas is null || areas.Contains(t.CompetencyArea)) && (origins is null || origins.Contains(t.TaskSource))),
        ];
    }

    internal static TaskCatalog Load(ProgressStore store)
    {
        var milestones = MilestoneMap.Of(store.Options.Customers);
        return new TaskCatalog(store.Read(connection => Read(connection, milestones)));
    }

    /// <summary>The task of an id, whatever its case.</summary>
    internal CatalogTask? Find(string id) => byId.GetValueOrDefault(id);

    internal static string Join(IReadOnlyList<string> ids) => string.Join(Separator, ids);

    private IEnumerable<CatalogTask> Select(IReadOnlyCollection<string>? selectors)
    {
        if (selectors is null or { Count: 0 }) return All;
        var found = new HashSet<CatalogTask>(ReferenceEqualityComparer.Instance);
        foreach (var selector in selectors)
        {
            var pattern = new NamePattern(selector);
            var named = Find(selector) is { } task ? [task] : All.Where(t => t.TaskName.Equals(selector, StringComparison.OrdinalIgnoreCase)).ToList();
            if (named.Count == 0 && !pattern.IsPattern)
                throw new ProgressException(
                    "TaskNotFound", ErrorKind.NotFound, $"The catalogue has no task '{selector}'. Get-TaskCatalog lists the tasks; Import-TaskCatalog adds them.", selector);
            found.UnionWith(named);
            if (pattern.IsPattern) found.UnionWith(All.Where(t => pattern.Fits(t.TaskId) || pattern.Fits(t.TaskName)));
        }

        return All.Where(found.Contains);
    }

    private static List<CatalogTask> Read(SqliteConnection connection, MilestoneMap milestones) =>
        [.. connection
            .Query<Row>("SELECT id, name, source, stage, competency, priority, tool, impact, depends_on AS DependsOn FROM catalog_task ORDER BY position, id")
            .Select(r => new CatalogTask
            {
                TaskId = r.Id, TaskName = r.Name, TaskSource = r.Source, StageMilestone = r.Stage, Milestone = milestones.Map(r.Stage),
                CompetencyArea = r.Competency, PriorityLevel = r.Priority, PlatformTool = r.Tool, CompetencyImpact = (int)r.Impact,
                DependsOn = r.DependsOn.Split(Separator, StringSplitOptions.RemoveEmptyEntries),
            })];

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Source { get; init; } = "";
        public string? Stage { get; init; }
        public string Competency { get; init; } = "";
        public string Priority { get; init; } = "";
        public string Tool { get; init; } = "";
        public long Impact { get; init; }
        public string DependsOn { get; init; } = "";
    }
}
