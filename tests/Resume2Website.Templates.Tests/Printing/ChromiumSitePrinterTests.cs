using System.Text;
using LiveWorkflows.Errors;
using Resume2Website.SiteChecks;
using Resume2Website.Sites;
using Resume2Website.Sites.Printing;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Printing;

[Trait("Speed", "Slow")]
public sealed class ChromiumSitePrinterTests
{
    private readonly ChromiumSitePrinter _printer = new(new SitePrinterOptions { TimeLimit = TimeSpan.FromMinutes(2) }, TimeProvider.System);

    [Fact]
    public async Task PrintAsync_Twice_GivesTheSameBytesThatSayWhoseTheyAre()
    {
        var options = Rendering.Today with { Template = "scholar" };
        var site = await Rendering.SiteOf(Person.Rich, options);

        var first = await PrintAsync(site, new PrintOptions { AsOf = options.AsOf });
        var second = await PrintAsync(site, new PrintOptions { AsOf = options.AsOf });

        second.Should().Equal(first);
        var text = Encoding.Latin1.GetString(first);
        text.Should().Contain("/CreationDate (D:20261101000000").And.Contain("/ModDate (D:20261101000000")
            .And.Contain("/Lang (en)").And.Contain("/Marked true", "it is tagged").And.Contain("SourceSerif", "the template's fonts are in it").And.NotContain("file:");
        KeyFacts.MissingFrom(await TextOf(first), KeyFacts.Of(Person.Rich, options)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Paper.A4, "594", "841")]
    [InlineData(Paper.Letter, "612", "792")]
    public async Task PrintAsync_OnAPaper_HasItsSize(Paper paper, string width, string height)
    {
        var pdf = Encoding.Latin1.GetString(await PrintAsync(await Rendering.SiteOf(Person.Sparse), new PrintOptions { Paper = paper }));

        pdf.Should().MatchRegex($@"/MediaBox \[0 0 {width}[.\d]* {height}");
        pdf.Should().Contain("/CreationDate (D:19800101000000", "without a day it is a fixed one");
    }

    [Fact]
    public async Task PrintAsync_PageThatAsksForAnotherHost_ReachesNobody()
    {
        await using var other = await SiteChecks.Scores.SiteServer.StartAsync(await Rendering.SiteOf(Person.Sparse));
        var site = (await Rendering.SiteOf(Person.Sparse)).With("index.html", html => html.Replace("<main>", $"<main><img alt=\"\" src=\"{other.Address}og.png\">", StringComparison.Ordinal));

        await PrintAsync(site, new PrintOptions());

        other.Requests.Should().Be(0);
    }

    [Fact]
    public async Task PrintAsync_BrowserThatNeverEnds_IsEndedWithItsChildren()
    {
        using var stand = new StandInBrowser("sleep 300 & echo $! > CHILD; wait");
        var printer = new ChromiumSitePrinter(new SitePrinterOptions { Browser = stand.Path, TimeLimit = TimeSpan.FromSeconds(5) }, TimeProvider.System);

        var act = () => printer.PrintAsync(Page, new PrintOptions(), TestContext.Current.CancellationToken);

        (await act.Should().ThrowAsync<WorkflowException>()).Which.Error.Code.Should().Be("pdf_timeout");
        stand.IsChildRunning().Should().BeFalse();
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("exit 0")]
    public async Task PrintAsync_BrowserThatPrintsNothing_SaysSo(string script)
    {
        using var stand = new StandInBrowser(script);
        var printer = new ChromiumSitePrinter(new SitePrinterOptions { Browser = stand.Path }, TimeProvider.System);

        var act = () => printer.PrintAsync(Page, new PrintOptions(), TestContext.Current.CancellationToken);

        (await act.Should().ThrowAsync<WorkflowException>()).Which.Error.Code.Should().Be("pdf_failed");
    }

    [Fact]
    public async Task PrintAsync_WithoutABrowser_SaysWhatToInstall()
    {
        var printer = new ChromiumSitePrinter(new SitePrinterOptions { Browser = "/nowhere/chromium" }, TimeProvider.System);

        printer.IsAvailable.Should().BeFalse();
        var act = () => printer.PrintAsync(Page, new PrintOptions(), TestContext.Current.CancellationToken);
        var error = (await act.Should().ThrowAsync<WorkflowException>()).Which.Error;
        error.Code.Should().Be("pdf_unavailable");
        error.RecoverySuggestions.Should().Contain(suggestion => suggestion.Text.Contains("apt-get install chromium"));
    }

    private static Site Page { get; } = new([new SiteFile("index.html", "text/html", "<p>a</p>"u8.ToArray()), new SiteFile("style.css", "text/css", "p{}"u8.ToArray())]);

    private async Task<byte[]> PrintAsync(Site site, PrintOptions options)
    {
        if (!_printer.IsAvailable) Assert.Skip("No Chromium is installed (Debian: apt-get install chromium).");
        return await _printer.PrintAsync(site, options, TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextOf(byte[] pdf)
    {
        try
        {
            return await PdfText.OfAsync(pdf);
        }
        catch (ToolMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }
    }
}
