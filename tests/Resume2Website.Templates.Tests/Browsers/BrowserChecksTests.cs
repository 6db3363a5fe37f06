using Resume2Website.SiteChecks.Browsers;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Browsers;

/// <summary>The checks see what is wrong: without this, a page that passes them proves nothing.</summary>
[Trait("Speed", "Slow")]
public sealed class BrowserChecksTests(MeasuredSites sites) : IClassFixture<MeasuredSites>
{
    [Fact]
    public async Task RunAsync_OfASpoiltSite_FindsEveryFault()
    {
        var site = (await Rendering.SiteOf(Person.Rich))
            .With("index.html", html => html.Replace("<main>", "<main><img src=\"https://tracker.example.com/x.png\"><p style=\"width: 900px; color: #999999; background: #ffffff\">pale</p>", StringComparison.Ordinal))
            .With("index.html", html => html.Replace("Nordlicht Logistik", "", StringComparison.Ordinal))
            .With("style.css", css => css.Replace("1.0625rem", "1rem", StringComparison.Ordinal));

        var report = await BrowserChecks.RunAsync(sites.Browser, site, ["Katharina Vogelsang", "Nordlicht Logistik"]);

        report.ForeignRequests.Should().ContainSingle(request => request.StartsWith("https://tracker.example.com/", StringComparison.Ordinal));
        report.Complaints.Should().NotBeEmpty();
        report.IsStyled.Should().BeFalse();
        report.SidewaysAt.Should().BeEquivalentTo([320, 360, 768]);
        report.Violations.Should().Contain(violation => violation.StartsWith("light: image-alt", StringComparison.Ordinal))
            .And.Contain(violation => violation.StartsWith("dark: color-contrast", StringComparison.Ordinal));
        report.MissingInPrint.Should().BeEquivalentTo("A4: Nordlicht Logistik", "Letter: Nordlicht Logistik");
    }
}
