using Microsoft.Playwright;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>Chromium and a running server, shared by the tests that look at the page.</summary>
public sealed class JourneyBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const float PatienceMs = 60_000;

    private readonly JourneyServer server = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The server that all tests may use.</summary>
    public Uri Address => server.Address;

    public async ValueTask InitializeAsync()
    {
        await server.StartAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>Somebody with a browser of their own and no cookies, on the shared server unless told another address.</summary>
    internal async Task<Visitor> VisitAsync(Uri? address = null, int width = 1280, bool touch = false)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (address ?? Address).ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            AcceptDownloads = true,
            HasTouch = touch,
            IsMobile = touch,
        });
        context.SetDefaultTimeout(PatienceMs);
        var visitor = new Visitor(context, address ?? Address);
        await visitor.OpenTabAsync();
        return visitor;
    }
}
