using Xunit;

namespace Progress.Tests;

public sealed class DemoTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_demo_shows_a_team_one_reps_way_and_diagnosis_the_reports_and_what_to_try_next()
    {
        var shown = place.Do("demo", "--out", "demo").Out;

        Assert.All(
            [
                "The team on 2026-09-30", "Way to the next rank", "What to train", "Customers on 2026-10-27", "CUST_30 Delta Bakery", "Reports", "Try next",
                place["demo/team.md"], place["demo/team.csv"], place["demo/team.html"], place["demo/customers.html"],
            ],
            part => Assert.Contains(part, shown));
        Assert.All(["team.md", "team.csv", "team.html", "customers.md", "customers.csv", "customers.html"], file => Assert.NotEqual(0, new FileInfo(place[$"demo/{file}"]).Length));
        Assert.False(File.Exists(place.Store));
        place.Do("store", "test", "--store", "demo/progress.db");
    }

    [Fact]
    public void Without_a_folder_it_makes_a_temporary_one_and_says_which()
    {
        var demo = place.Do("demo", "--json").Json;
        var folder = demo["folder"]!.GetValue<string>();

        Assert.StartsWith(Path.GetTempPath(), folder);
        Assert.True(File.Exists(demo["storePath"]!.GetValue<string>()));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_it_says_to_try_next_works()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("the lines are for a POSIX shell here");
        var deep = Path.Combine([.. Enumerable.Repeat("a folder deeper than any screen is wide", 4)]);
        var lines = place.Do("demo", "--out", deep).Out.Split('\n').SkipWhile(line => line != "Try next").Skip(1).Where(line => line.Length > 0).ToList();
        place.Notes("your-call-notes.csv", $",Call - BUSY | 0:10 | Uma,2026-09-30,{Workplace.Ana}");

        // An alias holds from the line after it on, as it does for people.
        var run = Cli.End(Cli.StartAs(place, "bash", "-c", $"set -e; shopt -s expand_aliases\n{string.Join('\n', lines)}"));

        Assert.True(run.ExitCode == 0, $"{run.ExitCode}: {run.Error}{run.Out}");
        Assert.Equal(6, lines.Count(line => line.StartsWith("progressctl ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        place.Write("mine.txt", "mine");

        place.Refused(2, "DemoFolderNotEmpty", "demo", "--out", place.Folder);
        place.Refused(3, "InvalidUsage", "demo", "--store", "x.db");
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(place.Folder).Select(Path.GetFileName));
    }
}
