using Resume2Website.SiteChecks;
using Resume2Website.SiteChecks.Markup;
using Resume2Website.Sites;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Markup;

[Trait("Speed", "Slow")]
public sealed class NuCheckerTests
{
    /// <summary>How the Razor renderer closes an empty element; allowed in HTML, and harmless behind a quoted attribute.</summary>
    private const string TrailingSlash = "Trailing slash on void elements";

    [Fact]
    public async Task EverySite_UnderTheNuChecker_HasNoErrorAndNoOtherWarning()
    {
        var sites = new Dictionary<string, Site>();
        foreach (var (template, person) in Rendering.TemplatesAndPeople.Select(row => row.Data))
            sites[$"{template}-{person}"] = await Rendering.SiteOf(Person.Named(person), Rendering.Today with { Template = template });

        (await CheckAsync(sites)).Where(message => message.IsError || !message.Message.StartsWith(TrailingSlash, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task ASpoiltSite_UnderTheNuChecker_IsFoundOut()
    {
        var site = (await Rendering.SiteOf(Person.Rich))
            .With("index.html", html => html.Replace("<main>", "<main><p><div></div></p>", StringComparison.Ordinal))
            .With("style.css", css => css.Replace("margin: 0;", "margin: wide;", StringComparison.Ordinal));

        var found = await CheckAsync(new Dictionary<string, Site> { ["spoilt"] = site });

        found.Should().Contain(message => message.IsError && message.Path == "index.html").And.Contain(message => message.IsError && message.Path == "style.css");
    }

    private static async Task<IReadOnlyList<NuMessage>> CheckAsync(Dictionary<string, Site> sites)
    {
        try
        {
            return await NuChecker.CheckAsync(sites, TestContext.Current.CancellationToken);
        }
        catch (ToolMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }
    }
}
