using System.Globalization;

namespace Progress.Bench;

/// <summary>Made-up progress of customers, and the catalogue that it is of: the same with each run.</summary>
internal static class ProgressRows
{
    private static readonly string[] Stages = ["Initial PMF (Product-Market Fit)", "Key Hires", "Scalability/Revenue"];
    private static readonly string[] Areas = ["customerAnalysis", "valueCommunication", "executiveReadiness", "general"];
    private static readonly string[] Priorities = ["critical", "high", "medium", "low"];
    private static readonly string[] Tools = ["icp-analysis", "financial-impact", "resource-library", "none"];
    private static readonly string[] Statuses = ["completed", "completed", "completed", "in_progress", "not_started", "skipped"];
    private static readonly DateOnly First = new(2026, 5, 1);

    public static void WriteCatalog(string path, int tasks) => File.WriteAllLines(
        path,
        [
            "TaskId,TaskName,TaskSource,StageMilestone,CompetencyArea,PriorityLevel,PlatformTool,CompetencyImpact,DependsOn",
            .. Enumerable.Range(0, tasks).Select(t => $"{Task(t)},Seed_Tasks,{Stages[t % 3]},{Areas[t % 4]},{Priorities[t % 3]},{Tools[t % 4]},{(t % 10) + 1},{(t % 5 == 4 ? Id(t - 1) : "")}"),
        ]);

    /// <summary>Every customer with every task.</summary>
    public static void Write(string path, int customers, int tasks)
    {
        var random = new Random(7);
        using var file = new StreamWriter(path);
        file.WriteLine("CustomerId,TaskId,TaskName,TaskSource,StageMilestone,CompetencyArea,PriorityLevel,Status,CompletedDate,PlatformToolUsed,CompletionNotes,CompetencyImpact");
        for (var c = 0; c < customers; c++)
            for (var t = 0; t < tasks; t++)
            {
                var status = Statuses[random.Next(Statuses.Length)];
                var day = status == "completed" ? First.AddDays(random.Next(150)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
                file.WriteLine($"CUST_{c:D4},{Task(t)},Seed_Tasks,{Stages[t % 3]},{Areas[t % 4]},{Priorities[t % 3]},{status},{day},{Tools[random.Next(4)]},See notes | page {c},{(t % 10) + 1}");
            }
    }

    private static string Task(int t) => $"{Id(t)},Define Ideal Customer Profile {t}";

    private static string Id(int t) => $"seed-task-{t:D3}";
}
