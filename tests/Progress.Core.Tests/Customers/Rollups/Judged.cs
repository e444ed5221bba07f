using Progress.Customers;
using Progress.Settings;

namespace Progress.Tests.Customers;

/// <summary>A customer and a catalogue as plain values, judged as of 2026-09-30, a Wednesday.</summary>
internal sealed class Judged
{
    private readonly List<CountedTask> records = [];
    private readonly List<CatalogTask> tasks = [];

    public string? Milestone { get; init; } = "Initial_PMF";

    public DateOnly Day { get; init; } = new(2026, 9, 30);

    public RecommendationWeights Weights { get; init; } = new();

    public CustomerProgress Progress => CustomerRollup.Of(State, explain: true);

    public CustomerState State => new(
        new CustomerEntry(1, "CUST_02", "Acme", Milestone, Active: true, null), new TaskTally(records, Day.DayNumber), new CatalogIndex(tasks), Weights);

    /// <summary>Ids of what is recommended, best first.</summary>
    public IEnumerable<string> Next => State.Recommended.Select(t => t.Task.TaskId);

    public decimal Score(string task) => State.Recommended.Single(t => t.Task.TaskId == task).Score.Total;

    public Judged Done(string task, string? day, string? area = "general", int? impact = 1, string? tool = "none") =>
        With(new CountedTask(task, null, "completed", day is null ? null : DateOnly.Parse(day).DayNumber, area, tool, impact));

    public Judged Is(string task, string status) => With(new CountedTask(task, null, status));

    public Judged With(CountedTask record)
    {
        records.Add(record);
        return this;
    }

    public Judged Catalog(
        string id, string? milestone = "Initial_PMF", string area = "general", string priority = "low", string tool = "none", int impact = 1,
        params string[] dependsOn)
    {
        tasks.Add(new CatalogTask
        {
            TaskId = id, TaskName = $"Task {id}", TaskSource = "default", StageMilestone = milestone, Milestone = milestone, CompetencyArea = area,
            PriorityLevel = priority, PlatformTool = tool, CompetencyImpact = impact, DependsOn = dependsOn,
        });
        return this;
    }
}
