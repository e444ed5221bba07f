using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Progress.Csv;
using Progress.Reports;
using Progress.Tests.Csv;
using Xunit;

namespace Progress.Tests.Reports;

/// <summary>Compares with the committed files; <c>UPDATE_GOLDEN=1</c> rewrites them.</summary>
public sealed class GoldenReportTests
{
    [Theory]
    [InlineData(ReportKind.Markdown, "team.md")]
    [InlineData(ReportKind.Csv, "team.csv")]
    [InlineData(ReportKind.Html, "team.html")]
    public void A_report_is_written_as_agreed(ReportKind kind, string file) => Verify(kind, file, null);

    [Fact]
    public void A_report_for_Excel_is_written_as_agreed() =>
        Verify(ReportKind.Csv, "team.excel.csv", CsvFormat.Excel(CultureInfo.GetCultureInfo("de-DE")));

    private static void Verify(ReportKind kind, string file, CsvFormat? format)
    {
        using var _ = Cultures.Use("sv-SE");
        using var writer = new StringWriter();
        ReportWriter.Write(SampleReport.Report, kind, writer, format);
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, writer.ToString());
        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), writer.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
