using Dapper;
using Progress.Store;

namespace Progress.Customers;

/// <summary>Writes tasks of the catalogue.</summary>
internal sealed class CatalogWriter(StoreChange change, TaskCatalog catalog)
{
    private long next = change.Connection.ExecuteScalar<long>("SELECT coalesce(max(position), 0) FROM catalog_task");

    /// <summary>Adds a task at the end.</summary>
    public void Add(CatalogTask task) => Run(
        """
        INSERT INTO catalog_task (id, position, name, source, stage, competency, priority, tool, impact, depends_on)
        VALUES (@Id, @Position, @TaskName, @TaskSource, @StageMilestone, @CompetencyArea, @PriorityLevel, @PlatformTool, @CompetencyImpact, @Ids)
        """,
        task, ++next);

    /// <summary>Changes a task, which keeps its place and the spelling of its id.</summary>
    public void Change(CatalogTask task) => Run(
        """
        UPDATE catalog_task SET name = @TaskName, source = @TaskSource, stage = @StageMilestone, competency = @CompetencyArea,
            priority = @PriorityLevel, tool = @PlatformTool, impact = @CompetencyImpact, depends_on = @Ids
        WHERE id = @Id
        """,
        task, null);

    private void Run(string sql, CatalogTask task, long? position) => change.Connection.Execute(
        sql,
        new
        {
            Id = task.TaskId, Position = position, task.TaskName, task.TaskSource, task.StageMilestone, task.CompetencyArea, task.PriorityLevel,
            task.PlatformTool, task.CompetencyImpact, Ids = TaskCatalog.Join([.. task.DependsOn.Select(on => catalog.Find(on)?.TaskId ?? on)]),
        });
}
