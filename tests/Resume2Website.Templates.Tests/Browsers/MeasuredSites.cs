using System.Collections.Concurrent;
using Resume2Website.SiteChecks;
using Resume2Website.SiteChecks.Browsers;
using Resume2Website.Sites;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Browsers;

/// <summary>One browser for all tests, and what it found of each site; a site is looked at once, whatever asks.</summary>
public sealed class MeasuredSites : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(string Template, string Person), Lazy<Task<BrowserReport>>> _reports = new();
    private SiteBrowser? _browser;
    private string _missing = "";

    public async ValueTask InitializeAsync()
    {
        try
        {
            _browser = await SiteBrowser.StartAsync();
        }
        catch (ToolMissingException exception)
        {
            _missing = exception.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }

    /// <summary>The browser; skips the test where there is none.</summary>
    internal SiteBrowser Browser
    {
        get
        {
            if (_browser is null) Assert.Skip(_missing);
            return _browser;
        }
    }

    /// <summary>What the browser found of a template worn by a person; skips the test where a tool is not installed.</summary>
    internal async Task<BrowserReport> ReportAsync(string template, string person)
    {
        var browser = Browser;
        try
        {
            return await _reports.GetOrAdd((template, person), _ => new Lazy<Task<BrowserReport>>(() => MeasureAsync(browser, template, person))).Value;
        }
        catch (ToolMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }
    }

    private static async Task<BrowserReport> MeasureAsync(SiteBrowser browser, string template, string person)
    {
        var (resume, options) = (Person.Named(person), Rendering.Today with { Template = template });
        return await BrowserChecks.RunAsync(browser, await Rendering.SiteOf(resume, options), KeyFacts.Of(resume, options));
    }
}
