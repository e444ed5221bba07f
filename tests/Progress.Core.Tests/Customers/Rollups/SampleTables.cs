using System.Globalization;

namespace Progress.Tests.Customers;

/// <summary>A row of the sample progress, as the file has it.</summary>
internal sealed record SampleProgress(
    string Customer, string Task, string Name, string Competency, string Status, DateOnly? Completed, string Tool, int Impact);

/// <summary>A row of the sample catalogue, as the file has it.</summary>
internal sealed record SampleTask(
    string Id, string Name, string Stage, string Competency, string Priority, string Tool, int Impact, string[] DependsOn);

/// <summary>The samples, read without any code of the product; no cell of them is quoted.</summary>
internal static class SampleTables
{
    public static string CatalogPath => CustomerPlace.Sample("task-catalog.csv");

    public static string ProgressPath => CustomerPlace.Sample("task-progress.csv");

    public static IReadOnlyList<SampleProgress> Progress { get; } =
    [
        .. Rows(ProgressPath).Select(r => new SampleProgress(
            r["CustomerId"], r["TaskId"], r["TaskName"], r["CompetencyArea"], r["Status"],
            r["CompletedDate"].Length == 0 ? null : DateOnly.ParseExact(r["CompletedDate"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            r["PlatformToolUsed"], int.Parse(r["CompetencyImpact"], CultureInfo.InvariantCulture))),
    ];

    public static IReadOnlyList<SampleTask> Catalog { get; } =
    [
        .. Rows(CatalogPath).Select(r => new SampleTask(
            r["TaskId"], r["TaskName"], r["StageMilestone"], r["CompetencyArea"], r["PriorityLevel"], r["PlatformTool"],
            int.Parse(r["CompetencyImpact"], CultureInfo.InvariantCulture), r["DependsOn"].Split(';', StringSplitOptions.RemoveEmptyEntries))),
    ];

    public static string[] Customers { get; } = [.. Progress.Select(p => p.Customer).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second));
    }
}
