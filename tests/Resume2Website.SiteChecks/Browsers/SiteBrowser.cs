using Microsoft.Playwright;

namespace Resume2Website.SiteChecks.Browsers;

/// <summary>The system's Chromium, started once for all pages that are looked at.</summary>
public sealed class SiteBrowser : IAsyncDisposable
{
    private const float PatienceMs = 120_000;

    /// <summary>Nothing that talks to anybody, or that a server without a screen lacks.</summary>
    public static readonly IReadOnlyList<string> Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private SiteBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    /// <exception cref="ToolMissingException">There is no Chromium.</exception>
    public static async Task<SiteBrowser> StartAsync()
    {
        var executable = WebTools.Chromium;
        var playwright = await Playwright.CreateAsync();
        return new SiteBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Timeout = PatienceMs, Args = Flags }));
    }

    /// <summary>A fresh page of a width in CSS pixels, in a colour scheme.</summary>
    public async Task<IPage> PageAsync(int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        page.SetDefaultTimeout(PatienceMs);
        return page;
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
