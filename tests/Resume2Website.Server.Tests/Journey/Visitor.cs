using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>Somebody who uses the page; leaving it, they check that nothing was asked from elsewhere and nothing broke.</summary>
internal sealed class Visitor(IBrowserContext context, Uri address) : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    /// <summary>The tab that was opened last.</summary>
    public IPage Page { get; private set; } = null!;

    public ILocator Headline => Page.Locator("#headline");

    public ILocator Problem => Page.Locator(".problem:visible");

    public static string SamplePath => Path.Combine(AppContext.BaseDirectory, "wwwroot", "sample-cv.txt");

    public async Task<IPage> OpenTabAsync(string path = "/")
    {
        Page = await context.NewPageAsync();
        Page.PageError += (_, error) => Complain($"error: {error}");
        Page.Console += (_, message) =>
        {
            // The browser itself notes every refused request; the tests of refusals ask for exactly those.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Complain($"console: {message.Text}");
        };
        Page.Request += (_, request) =>
        {
            var target = new Uri(request.Url);
            if (target.Scheme is "http" or "https" && target.Authority != address.Authority) Complain($"request: {request.Url}");
        };
        await Page.GotoAsync(path);
        return Page;
    }

    public Task ChooseAsync(string name, byte[] content) =>
        Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    public async Task ChooseSampleAsync()
    {
        await Page.Locator("#file").SetInputFilesAsync(SamplePath);
        // Asked for again and again: a wait for the navigation itself misses one that happens just before it listens.
        await Expect(Page).ToHaveURLAsync(new Regex("/cv/[^/]+$"));
    }

    public Task SeeReadyAsync() => Expect(Headline).ToHaveTextAsync("Your website is ready");

    /// <summary>How far the page is wider than the window, in pixels.</summary>
    public Task<int> MeasureOverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        lock (complaints) complaints.Should().BeEmpty();
    }

    private void Complain(string text)
    {
        lock (complaints) complaints.Add(text);
    }
}
