using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Progress.Reports;
using Xunit;

namespace Progress.Tests.Reports;

public sealed partial class HtmlReportTests
{
    private const string Nasty = "\"><script>alert('x')</script><img src=x onerror=\"y\"> & ' `";

    private static readonly string Html = Written(new Report(Nasty, Nasty,
    [
        new(Nasty,
        [
            new ReportText(Nasty), new ReportList([Nasty]),
            new ReportTable([new(Nasty), new("n", ReportFormat.Number)], [[Nasty, 1], [null, null]]),
            new ReportBars(Nasty, [Nasty], [new(Nasty, [1]), new(Nasty, [-2])], Nasty),
            new ReportLines(Nasty, [Nasty, "b"], [new(Nasty, [1, null]), new(Nasty, [null, 2])], Nasty),
        ]),
    ]));

    [Fact]
    public void No_value_becomes_an_element_or_an_attribute()
    {
        var allowed = "a b body circle details div figcaption figure h1 h2 head header html li line main meta p polyline rect section span style summary svg table tbody td text th thead title tr ul"
            .Split(' ');
        Assert.Empty(Tag().Matches(Html).Select(tag => tag.Groups[1].Value).Distinct().Except(allowed));
        Assert.DoesNotContain("onerror=\"", Html);
    }

    [Fact]
    public void The_file_loads_nothing_and_runs_nothing()
    {
        var markup = Html.Replace("http-equiv", "", StringComparison.Ordinal);
        Assert.DoesNotContain("http", markup);
        Assert.DoesNotContain("style=", Regex.Replace(markup, "&[^;]+;", ""));
        Assert.DoesNotMatch("(?i)<(script|link|iframe|object|img|base|form)|\\s(href|src|on[a-z]+)=\"|url\\(|@import", markup);
    }

    [Fact]
    public void The_content_policy_allows_the_one_style_sheet_and_nothing_else()
    {
        var style = Assert.Single(Style().Matches(Html)).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"content=\"default-src 'none'; style-src 'sha256-{hash}'\"", Html);
    }

    [Fact]
    public void Line_ends_are_the_same_everywhere() => Assert.DoesNotContain('\r', Html);

    [Fact]
    public void Numbers_are_aligned_by_class()
    {
        Assert.Contains("<th class=\"num\" scope=\"col\">n</th>", Html);
        Assert.Contains("<td class=\"num\">1</td>", Html);
    }

    [Fact]
    public void Every_chart_has_a_name_and_its_values()
    {
        Assert.Equal(2, Regex.Count(Html, "<svg [^>]*role=\"img\" aria-label=\"[^\"]+\">\n<title>[^<]+</title>"));
        Assert.Equal(2, Regex.Count(Html, "<details>"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public void Charts_of_any_size_are_drawn_with_numbers_only(int count)
    {
        var categories = Enumerable.Range(1, count).Select(i => $"2026-W{i:00}").ToArray();
        double?[] values = [.. Enumerable.Range(0, count).Select(i => i % 7 == 3 ? null : (double?)0)];
        var html = Written(new Report("r", null,
            [new("s", [new ReportLines("l", categories, [new("a", values)]), new ReportBars("b", categories, [new("a", values)])])]));
        Assert.DoesNotContain("NaN", html);
        Assert.DoesNotContain("∞", html);
    }

    private static string Written(Report report)
    {
        using var writer = new StringWriter();
        ReportWriter.Write(report, ReportKind.Html, writer);
        return writer.ToString();
    }

    [GeneratedRegex("<([a-zA-Z][a-zA-Z0-9]*)")]
    private static partial Regex Tag();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
