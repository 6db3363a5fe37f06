using Microsoft.Playwright;

namespace LiveWorkflows.AspNetCore.Tests.Tabs;

/// <summary>The system's Chromium, started once for the tests of what happens among its tabs.</summary>
public sealed class TabsBrowser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            // People's browsers keep the pages they leave, and with them what these hold.
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A browser with no tabs yet, which shares nothing with the others.</summary>
    public async Task<IBrowserContext> OpenAsync()
    {
        var context = await _browser.NewContextAsync();
        context.SetDefaultTimeout(60_000);
        return context;
    }
}
