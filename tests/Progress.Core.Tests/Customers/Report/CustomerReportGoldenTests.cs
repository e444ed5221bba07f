using System.Runtime.CompilerServices;
using System.Text;
using Progress.Customers;
using Progress.Reports;
using Progress.Tests.Csv;
using Xunit;

namespace Progress.Tests.Customers;

/// <summary>Compares with the committed files; <c>UPDATE_GOLDEN=1</c> rewrites them.</summary>
public sealed class CustomerReportGoldenTests : IDisposable
{
    private readonly ReportCustomers customers = new();

    [Theory]
    [InlineData("all.md", ReportKind.Markdown)]
    [InlineData("all.csv", ReportKind.Csv)]
    [InlineData("all.html", ReportKind.Html)]
    public void The_report_on_all_customers_is_written_as_agreed(string file, ReportKind kind) => Verify(null, kind, file);

    [Theory]
    [InlineData("one.md", ReportKind.Markdown)]
    [InlineData("one.csv", ReportKind.Csv)]
    [InlineData("one.html", ReportKind.Html)]
    public void The_report_on_one_customer_is_written_as_agreed(string file, ReportKind kind) => Verify(["CUST_01"], kind, file);

    public void Dispose() => customers.Dispose();

    private void Verify(string[]? selectors, ReportKind kind, string file)
    {
        using var _ = Cultures.Use("sv-SE");
        using var writer = new StringWriter();
        ReportWriter.Write(CustomerReports.Of(customers.Store, selectors, ReportCustomers.AsOf), kind, writer);
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, writer.ToString());
        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), writer.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
