using Microsoft.Playwright;

namespace Resume2Website.Templates.Tests.Browsers;

/// <summary>The system's Chromium, started once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } executable) return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Timeout = 120_000,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A fresh page of a width, in a colour scheme; skips the test where there is no Chromium.</summary>
    public async Task<IPage> PageAsync(int width, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null) Assert.Skip("No Chromium is installed (Debian: apt-get install chromium).");
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        page.SetDefaultTimeout(120_000);
        return page;
    }
}
