using Microsoft.Playwright;
using Xunit;

namespace Progress.Tests;

public sealed class ReportInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Background = "() => getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)";

    public static TheoryData<string> Reports =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "reports"), "*.html").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_asks_for_nothing_and_breaks_no_policy_of_its_own(string report)
    {
        await using var visit = await browser.Open(report);

        Assert.Empty(visit.Complaints);
        Assert.Single(visit.Requests);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_follows_the_light_or_dark_of_its_reader_and_prints_on_white(string report)
    {
        await using var light = await browser.Open(report, new() { ColorScheme = ColorScheme.Light });
        await using var dark = await browser.Open(report, new() { ColorScheme = ColorScheme.Dark });

        Assert.All(await light.Page.EvaluateAsync<double[]>(Background), shade => Assert.True(shade > 200));
        Assert.All(await dark.Page.EvaluateAsync<double[]>(Background), shade => Assert.True(shade < 70));

        await dark.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.All(await dark.Page.EvaluateAsync<double[]>(Background), shade => Assert.Equal(255, shade));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_fits_a_telephone(string report)
    {
        await using var visit = await browser.Open(report, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_table_has_a_head_and_every_chart_a_name(string report)
    {
        await using var visit = await browser.Open(report);

        Assert.Equal(0, await visit.Page.Locator("table:not(:has(thead th))").CountAsync());
        Assert.Equal(0, await visit.Page.Locator("svg:not(:has(> title))").CountAsync());
        Assert.True(await visit.Page.Locator("table").CountAsync() > 0);
    }
}
