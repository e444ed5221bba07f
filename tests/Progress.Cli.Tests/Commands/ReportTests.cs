using Xunit;

namespace Progress.Tests;

public sealed class ReportTests(SeedPlace seed) : IClassFixture<SeedPlace>
{
    private readonly Workplace place = seed.Place;

    [Theory]
    [InlineData("team.md", "Markdown", "| Ana Silva |")]
    [InlineData("team.csv", "Csv", "Ana Silva,")]
    [InlineData("team.html", "Html", "<td>Ana Silva</td>")]
    public void The_team_report_is_written_as_what_the_file_name_says(string file, string kind, string text)
    {
        var written = place.Do("report", "reps", "--out", file, "--as-of", SeedExample.Day, "--json").Json;

        Assert.Equal((place[file], kind), (written["path"]!.GetValue<string>(), written["kind"]!.GetValue<string>()));
        Assert.Contains(text, File.ReadAllText(place[file]));
    }

    [Fact]
    public void One_rep_gets_a_card()
    {
        var shown = place.Do("report", "reps", "--rep", "ana silva", "--out", place["card.md"], "--as-of", SeedExample.Day).Out;

        Assert.StartsWith("Wrote ", shown);
        Assert.Contains("Ana Silva", File.ReadAllText(place["card.md"]));
        Assert.DoesNotContain("Ben Ito", File.ReadAllText(place["card.md"]));
    }

    [Fact]
    public void CSV_for_a_spreadsheet_has_its_separator()
    {
        place.Do("report", "reps", "--out", "team.csv", "--dialect", "excel", "--culture", "de-DE", "--as-of", SeedExample.Day);

        Assert.Contains(";", File.ReadLines(place["team.csv"]).First());
    }
}
