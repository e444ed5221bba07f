using Progress.Reports;
using Xunit;

namespace Progress.Tests.Reports;

public sealed class ReportWriterTests
{
    [Theory]
    [InlineData("team.md", ReportKind.Markdown)]
    [InlineData("team.CSV", ReportKind.Csv)]
    [InlineData("a.b/team.html", ReportKind.Html)]
    public void The_extension_names_the_kind(string path, ReportKind expected) => Assert.Equal(expected, ReportWriter.KindOf(path));

    [Theory]
    [InlineData("team.pdf")]
    [InlineData("team")]
    public void Another_extension_is_refused_with_what_is_allowed(string path)
    {
        var error = Assert.Throws<ProgressException>(() => ReportWriter.WriteFile(SampleReport.Report, path));
        Assert.Equal(("UnknownReportKind", ErrorKind.Usage), (error.Id, error.Kind));
        Assert.Contains(".md, .csv or .html", error.Message);
    }

    [Fact]
    public void A_report_without_a_table_is_no_CSV_and_leaves_no_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        var error = Assert.Throws<ProgressException>(() => ReportWriter.WriteFile(new Report("Plan", null, []), path));
        Assert.Equal("ReportHasNoTable", error.Id);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("r.md")]
    [InlineData("r.html")]
    [InlineData("r.csv")]
    public void A_file_is_UTF8_without_BOM(string name)
    {
        var folder = Directory.CreateTempSubdirectory("progress-report-").FullName;
        ReportWriter.WriteFile(SampleReport.Report, Path.Combine(folder, name));
        Assert.True(File.ReadAllBytes(Path.Combine(folder, name))[0] < 0x80);
        Directory.Delete(folder, recursive: true);
    }
}
