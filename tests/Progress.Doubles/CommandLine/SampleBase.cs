using Progress.Doubles.Airtable;

namespace Progress.Doubles;

/// <summary>A base as a team has it that made its tables by hand: customers, and a few of their tasks.</summary>
internal static class SampleBase
{
    public const string Id = "appProgressDemo01";

    private const string Assets = "Customer Assets";
    private const string Progress = "Customer Task Progress";

    public static void Fill(AirtableBase home)
    {
        home.AddTable(Assets, ByHandField.Text("Customer ID"), ByHandField.Text("Name"));
        home.AddTable(
            Progress,
            ByHandField.AutoNumber("Progress ID"), ByHandField.Link("Customer ID", Assets), ByHandField.Text("Task ID"), ByHandField.Text("Task Name"),
            ByHandField.Select("Task Source", "Seed_Tasks", "Series_A_Tasks", "default", "custom"), ByHandField.Text("Stage Milestone"),
            ByHandField.Select("Competency Area", "customerAnalysis", "valueCommunication", "executiveReadiness", "general"),
            ByHandField.Select("Priority Level", "critical", "high", "medium", "low"),
            ByHandField.Select("Status", "not_started", "in_progress", "completed", "skipped"), ByHandField.Date("Completed Date"),
            ByHandField.Select("Platform Tool Used", "icp-analysis", "financial-impact", "resource-library", "none"),
            new ByHandField("Completion Notes", "multilineText"), ByHandField.Number("Competency Impact"), ByHandField.CreatedTime("Created Date"),
            ByHandField.LastModifiedTime("Last Updated"));
        AddRollups(home);
        var customers = SampleData.Customers().Select(customer => home.Add(
            Assets, new Dictionary<string, object> { ["Customer ID"] = customer.Id, ["Name"] = customer.Name })).ToList();
        AddTask(home, customers[0], "Interview five buyers", "completed", "2026-08-15", "customerAnalysis", "icp-analysis", 5);
        AddTask(home, customers[0], "Price the pilot", "in_progress", null, "valueCommunication", "financial-impact", 3);
        AddTask(home, customers[1], "Rehearse the board update", "completed", "2026-09-02", "executiveReadiness", "none", 4);
    }

    private static void AddRollups(AirtableBase home)
    {
        home.AddFieldByHand(Assets, ByHandField.Rollup("Active Tasks Count", Progress, "Status", "COUNTA(values)", "{Status}='in_progress'"));
        home.AddFieldByHand(Assets, ByHandField.Rollup("Completed Tasks Count", Progress, "Status", "COUNTA(values)", "{Status}='completed'"));
        home.AddFieldByHand(Assets, ByHandField.Rollup("Last Task Completed", Progress, "Completed Date", "MAX(values)"));
        home.AddFieldByHand(Assets, ByHandField.Formula(
            "Task Completion Rate", "{Completed Tasks Count} / ({Completed Tasks Count} + {Active Tasks Count})", "percent"));
    }

    private static void AddTask(
        AirtableBase home, string customer, string name, string status, string? completed, string competency, string tool, int impact) =>
        home.Add(Progress, new Dictionary<string, object?>
        {
            ["Customer ID"] = new[] { customer }, ["Task Name"] = name, ["Task Source"] = "custom", ["Stage Milestone"] = "Key Hires",
            ["Competency Area"] = competency, ["Priority Level"] = "high", ["Status"] = status, ["Completed Date"] = completed,
            ["Platform Tool Used"] = tool, ["Competency Impact"] = impact,
        });
}
