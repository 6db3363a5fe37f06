using Microsoft.Playwright;
using Resume2Website.SiteChecks;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Browsers;

[Trait("Speed", "Slow")]
public sealed class SiteInBrowserTests(MeasuredSites sites) : IClassFixture<MeasuredSites>
{
    [Theory]
    [MemberData(nameof(Rendering.TemplatesAndPeople), MemberType = typeof(Rendering))]
    public async Task Page_OpenedFromAFile_RequestsOnlyItsOwnFiles(string template, string person)
    {
        var report = await sites.ReportAsync(template, person);

        report.ForeignRequests.Should().BeEmpty();
        report.Loaded.Should().Contain(["index.html", "style.css"]);
        report.Complaints.Should().BeEmpty();
        report.IsStyled.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Rendering.TemplatesAndPeople), MemberType = typeof(Rendering))]
    public async Task Page_AtAnyWidth_NeverScrollsSideways(string template, string person) =>
        (await sites.ReportAsync(template, person)).SidewaysAt.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Rendering.TemplatesAndPeople), MemberType = typeof(Rendering))]
    public async Task Page_UnderAxe_HasNoViolation(string template, string person)
    {
        var report = await sites.ReportAsync(template, person);

        report.Violations.Should().BeEmpty();
        report.RulesKept.Should().BeGreaterThan(10, "axe has to have looked");
    }

    [Theory]
    [MemberData(nameof(Rendering.TemplatesAndPeople), MemberType = typeof(Rendering))]
    public async Task Page_PrintedOnA4AndLetter_HoldsNameContactAndEveryEmployer(string template, string person)
    {
        KeyFacts.Of(Person.Named(person), Rendering.Today).Should().NotBeEmpty();
        (await sites.ReportAsync(template, person)).MissingInPrint.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Page_Printed_WritesLinksOut(string template) =>
        KeyFacts.Squeezed((await sites.ReportAsync(template, "rich")).PrintedText).Should().Contain("(journal.example.org/settlements)");

    public static TheoryData<string> Templates => new(Rendering.Templates.Select(template => template.Name));

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("pl")]
    public async Task Page_SectionNamesOfOneWord_AreNeverBroken(string language)
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Rich, Rendering.Today with { Language = language }));
        var page = await sites.Browser.PageAsync(740);
        await page.GotoAsync(folder.Address);
        (await BrokenNames(page)).Should().BeEmpty("on a tablet");

        // What is left of A4's width between the margins of print.css.
        await page.SetViewportSizeAsync(658, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await BrokenNames(page)).Should().BeEmpty("on paper");
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Dates_OnScreenAndPaper_NeverEndALineWithADot(string template)
    {
        // The longest words for now and for years that there are, in both directions.
        foreach (var language in new[] { "fr", "he", "pl" })
        {
            using var folder = new SiteFolder(await Rendering.SiteOf(Person.Rich, Rendering.Today with { Template = template, Language = language }));
            var page = await sites.Browser.PageAsync(768);
            await page.GotoAsync(folder.Address);
            (await DanglingDots(page)).Should().Be(0, "on a tablet in {0}", language);

            await page.SetViewportSizeAsync(658, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            (await DanglingDots(page)).Should().Be(0, "on paper in {0}", language);
        }
    }

    private static Task<int> DanglingDots(IPage page) => page.EvaluateAsync<int>(
        "[...document.querySelectorAll('.when .dot')].filter(dot => dot.getClientRects().length && dot.nextElementSibling.getBoundingClientRect().top > dot.getBoundingClientRect().bottom - 2).length");

    [Fact]
    public async Task Metadata_OfAHebrewPageInFolio_StandsInTheTextFace()
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Rich, Rendering.Today with { Template = "folio", Language = "he" }));
        var page = await sites.Browser.PageAsync(768);
        await page.GotoAsync(folder.Address);

        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.when')).fontFamily")).Should().StartWith("\"Instrument Sans\"").And.NotContain("Mono");
    }

    private static Task<string[]> BrokenNames(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('h2 bdi')].filter(name => !/\\s/.test(name.textContent) && name.getClientRects().length > 1).map(name => name.textContent)");
}
