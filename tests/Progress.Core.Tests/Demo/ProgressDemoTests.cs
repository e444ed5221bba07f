using System.Runtime.CompilerServices;
using Progress.Demo;
using Xunit;

namespace Progress.Tests.Demo;

public sealed class ProgressDemoTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("progress-demo-").FullName;

    [Fact]
    public void A_demo_imports_every_sample_and_says_what_it_skipped()
    {
        var demo = Create("a");
        Assert.Equal((6, 272, 30), (demo.Reps, demo.Activities, demo.Achievements));
        Assert.Equal(new DateOnly(2026, 9, 30), demo.AsOf);
        var s = demo.Summary;
        Assert.Equal(3770, s.Read);
        Assert.Equal(s.Read, s.Imported + s.Updated + s.Duplicate + s.Secondary + s.NotACall + s.Invalid + s.Unattributed);
    }

    [Fact]
    public void The_figures_are_those_that_a_script_counts_in_the_samples()
    {
        var demo = Create("a");
        var s = demo.Summary;
        Assert.Equal((3134, 1, 43, 419, 119, 20, 34, 23),
            (s.Imported, s.Updated, s.Duplicate, s.Secondary, s.NotACall, s.Invalid, s.Unattributed, s.UnknownDisposition));
        Assert.Equal("Kaya Novak", demo.FeaturedRep);
        var team = File.ReadAllText(demo.Reports[0]);
        Assert.Contains("| Kaya Novak | Opener, critical | Sub-30s drop | 89.7% (452/504) |", team);
        Assert.Contains("| Kaya Novak | 89.8% (114/127) | 0.0% (0/127) |", team);
    }

    [Fact]
    public void Customers_are_as_on_the_last_day_of_theirs()
    {
        var demo = Create("a");
        Assert.Equal((new DateOnly(2026, 10, 27), 40, 60, 609), (demo.CustomersAsOf, demo.Customers, demo.CatalogTasks, demo.TaskProgress));
        Assert.Equal("CUST_30", demo.FeaturedCustomer);
        Assert.Contains("As of 2026-10-27 · 40 customers", File.ReadAllText(demo.Reports[4]));
    }

    [Fact]
    public void Two_demos_write_the_same_reports_byte_for_byte()
    {
        var (first, second) = (Create("a"), Create("b"));
        Assert.Equal(["team.md", "team.csv", "team.html", "card.html", "customers.md", "customers.csv", "customers.html"], first.Reports.Select(Path.GetFileName));
        foreach (var (a, b) in first.Reports.Zip(second.Reports)) Assert.Equal(File.ReadAllBytes(a), File.ReadAllBytes(b));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        var file = Path.Combine(root, "mine.txt");
        File.WriteAllText(file, "mine");
        var error = Assert.Throws<ProgressException>(() => Create(""));
        Assert.Equal(("DemoFolderNotEmpty", ErrorKind.Conflict), (error.Id, error.Kind));
        Assert.Equal([file], Directory.GetFileSystemEntries(root));
    }

    [Fact]
    public void Without_samples_nothing_is_made()
    {
        var folder = Path.Combine(root, "a");
        var error = Assert.Throws<ProgressException>(() => Create("a", Path.Combine(root, "none")));
        Assert.Equal("FileNotFound", error.Id);
        Assert.False(Directory.Exists(folder));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private DemoResult Create(string name, string? samples = null) =>
        ProgressDemo.Create(Path.Combine(root, name), samples ?? Samples(), cancel: TestContext.Current.CancellationToken);

    private static string Samples([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "module", "samples"));
}
