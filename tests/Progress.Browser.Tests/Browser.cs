using Microsoft.Playwright;
using Xunit;

namespace Progress.Tests;

/// <summary>The machine's own Chromium, started once; without it the tests are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Chromium =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A new page, which keeps all that the browser complains of and asks for.</summary>
    public async Task<Visit> Open(string report, BrowserNewPageOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "chromium is not on the PATH");
        var page = await browser.NewPageAsync(options);
        var visit = new Visit(page);
        await page.GotoAsync(new Uri(Path.Combine(AppContext.BaseDirectory, "reports", report)).AbsoluteUri);
        return visit;
    }
}

/// <summary>A page that was opened.</summary>
public sealed class Visit : IAsyncDisposable
{
    public Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
