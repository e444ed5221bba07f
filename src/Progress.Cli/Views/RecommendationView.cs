using Progress.Customers;
using Progress.Reports;

namespace Progress.Cli;

/// <summary>Shows what customers should do next.</summary>
internal static class RecommendationView
{
    private static readonly Table<TaskRecommendation> Tasks = new(
        new("Place", t => t.Place, ReportFormat.Number),
        new("Task", t => t.TaskId),
        new("Name", t => t.InProgress ? $"{t.TaskName} (begun)" : t.TaskName),
        new("Score", t => FormattableString.Invariant($"{t.Score:0.00}"), ReportFormat.Number),
        new("Priority", t => t.PriorityLevel),
        new("Competency", t => t.CompetencyArea));

    public static void Show(Page page, IReadOnlyList<TaskRecommendation> tasks)
    {
        if (tasks.Count == 0) page.Line("There is nothing to recommend: no open task of the catalogue that waits for no other. import-catalog adds tasks.");
        foreach (var customer in tasks.GroupBy(t => t.CustomerId))
        {
            page.Heading(customer.Key);
            page.Table([.. customer], Tasks);
            foreach (var task in customer.Where(t => t.Explanation is not null))
            {
                page.Heading($"{customer.Key}: {task.TaskId}");
                ExplanationView.Show(page, task.Explanation!);
            }
        }
    }
}
