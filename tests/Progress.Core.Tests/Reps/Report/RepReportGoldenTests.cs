using System.Runtime.CompilerServices;
using System.Text;
using Progress.Reports;
using Progress.Reps;
using Progress.Tests.Csv;
using Xunit;

namespace Progress.Tests.Reps;

/// <summary>Compares with the committed files; <c>UPDATE_GOLDEN=1</c> rewrites them.</summary>
public sealed class RepReportGoldenTests : IDisposable
{
    private readonly ReportTeam team = new();

    [Theory]
    [InlineData("team.md", ReportKind.Markdown)]
    [InlineData("team.csv", ReportKind.Csv)]
    [InlineData("team.html", ReportKind.Html)]
    public void The_team_report_is_written_as_agreed(string file, ReportKind kind) =>
        Verify(RepReports.Team(team.Store, ReportTeam.AsOf), kind, file);

    [Theory]
    [InlineData("card.md", ReportKind.Markdown)]
    [InlineData("card.csv", ReportKind.Csv)]
    [InlineData("card.html", ReportKind.Html)]
    public void A_rep_s_card_is_written_as_agreed(string file, ReportKind kind) =>
        Verify(RepReports.Card(team.Store, "Ana Ölmez", ReportTeam.AsOf), kind, file);

    public void Dispose() => team.Dispose();

    private static void Verify(Report report, ReportKind kind, string file)
    {
        using var _ = Cultures.Use("sv-SE");
        using var writer = new StringWriter();
        ReportWriter.Write(report, kind, writer);
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, writer.ToString());
        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), writer.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
