using AngleSharp.Dom;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;

namespace Resume2Website.Templates.Tests;

/// <summary>What stands in the sections of a page, whatever the résumé leaves out.</summary>
public sealed class SectionContentTests
{
    private static readonly Basics Ada = new() { Name = "Ada Byron" };

    [Fact]
    public async Task Skills_ThatAreNothingButNames_ShareOneListWhereTheFirstOfThemStands()
    {
        var resume = new Resume
        {
            Basics = Ada,
            Skills =
            [
                new SkillGroup { Name = "Data", Keywords = ["SQL"] }, new SkillGroup { Name = "Welding" }, new SkillGroup { Name = "Tools", Keywords = ["Lathe"] },
                new SkillGroup { Name = "First aid" },
            ],
        };

        var page = await PageOf(resume);

        page.QuerySelectorAll(".skills h3").Select(heading => heading.TextContent.Trim()).Should().Equal("Data", "Tools");
        page.QuerySelectorAll(".skills .inline").Select(list => Words(list.TextContent)).Should().Equal("SQL", "Welding First aid", "Lathe");
    }

    [Fact]
    public async Task Skills_ThatAreNamesWithLevels_StandInPairs()
    {
        var resume = new Resume { Basics = Ada, Skills = [new SkillGroup { Name = "Kotlin", Level = "Expert" }, new SkillGroup { Name = "Go" }, new SkillGroup { Level = "Curious" }] };

        var page = await PageOf(resume);

        page.QuerySelectorAll(".skills h3").Should().BeEmpty();
        page.QuerySelectorAll(".skills .pairs > li").Select(pair => Words(pair.TextContent)).Should().Equal("Kotlin Expert", "Go", "Curious");
    }

    [Fact]
    public async Task Interests_WithAndWithoutWords_AreHeadingsOnlyWhereWordsFollow()
    {
        var resume = new Resume { Basics = Ada, Interests = [new Interest { Name = "Kayaking" }, new Interest { Name = "Music", Keywords = ["Alto"] }, new Interest { Name = "Bread" }] };

        var page = await PageOf(resume);

        page.QuerySelectorAll(".interests h3").Select(heading => heading.TextContent.Trim()).Should().Equal("Music");
        page.QuerySelectorAll(".interests .inline").Select(list => Words(list.TextContent)).Should().Equal("Kayaking Bread", "Alto");
    }

    [Theory]
    [InlineData("en", "2019", "until 2019")]
    [InlineData("pl", "2019-05", "do maja 2019")]
    [InlineData("en", "Spring 2019", "Spring 2019")]
    public async Task End_WithoutABeginning_SaysThatItIsAnEnd(string language, string end, string shown)
    {
        var resume = new Resume { Basics = Ada, Work = [new WorkEntry { Name = "Engines Ltd", EndDate = end }], Meta = new ResumeMeta { Language = language } };

        Words((await PageOf(resume)).QuerySelector(".work .when")!.TextContent).Should().Be(shown);
    }

    [Fact]
    public async Task Courses_OfASchool_SayWhatTheyAre()
    {
        var resume = new Resume
        {
            Basics = Ada,
            Education = [new EducationEntry { Institution = "Universidad de Harrow", Courses = ["Geología", "Minas"] }],
            Meta = new ResumeMeta { Language = "es" },
        };

        Words((await PageOf(resume)).QuerySelector(".education .labelled")!.TextContent).Should().Be("Asignaturas: Geología Minas");
    }

    [Fact]
    public async Task Entries_WithoutAHeading_AreNoArticles()
    {
        var resume = new Resume
        {
            Basics = Ada,
            Work = [new WorkEntry { StartDate = "2019", Summary = "On my own." }, new WorkEntry { Url = "https://engines.example.org" }, new WorkEntry { Name = "Engines Ltd" }],
        };

        var page = await PageOf(resume);

        page.QuerySelectorAll(".work .entry").Should().HaveCount(3);
        page.QuerySelectorAll("article").Should().HaveCount(2).And.OnlyContain(article => article.QuerySelector("h3") != null);
    }

    [Fact]
    public async Task Entries_ThatGoOn_AreMarkedAndTheOthersAreNot()
    {
        var resume = new Resume
        {
            Basics = Ada,
            Work = [new WorkEntry { Name = "Ended", StartDate = "2019", EndDate = "2020" }, new WorkEntry { Name = "Undated" }, new WorkEntry { Name = "Held", StartDate = "2018" }],
            Awards = [new Award { Title = "Prize", Date = "2020" }],
        };

        var page = await PageOf(resume);

        page.QuerySelectorAll(".current h3").Select(heading => heading.TextContent.Trim()).Should().Equal("Held");
    }

    [Fact]
    public async Task SingleDate_ThatIsKnownToBeOne_ClaimsNeitherPresenceNorDuration()
    {
        var resume = new Resume
        {
            Basics = Ada,
            Work = [new WorkEntry { Position = "Pilot", Name = "Aero", StartDate = "2019", Ongoing = false }, new WorkEntry { Position = "Poet", Name = "Verse", StartDate = "2019" }],
        };

        var page = await PageOf(resume);

        page.QuerySelectorAll(".work .when").Select(when => Words(when.TextContent)).First().Should().Be("2019");
        page.QuerySelectorAll(".work .when").Select(when => Words(when.TextContent)).Last().Should().StartWith("2019 – present");
        page.QuerySelectorAll(".work .current h3").Select(heading => heading.TextContent.Trim()).Should().Equal("Poet");
        var person = page.QuerySelector("script[type='application/ld+json']")!.TextContent;
        person.Should().Contain("Verse").And.NotContain("Aero");
    }

    [Theory]
    [InlineData("https://bücher.example/über", "https://xn--bcher-kva.example/%C3%BCber", "bücher.example/über")]
    [InlineData("www.bücher.example", "https://www.xn--bcher-kva.example/", "bücher.example")]
    [InlineData("example.org:8080/x", "https://example.org:8080/x", "example.org:8080/x")]
    public async Task Links_InAnyScript_AreReadableAndLeadThere(string address, string href, string text)
    {
        var link = (await PageOf(new Resume { Basics = Ada with { Url = address } })).QuerySelector(".contact a")!;

        (link.GetAttribute("href"), link.TextContent).Should().Be((href, text));
    }

    private static async Task<IDocument> PageOf(Resume resume)
    {
        var site = await Rendering.SiteOf(resume);
        SiteGates.Check(resume, Rendering.Today, site).Should().BeEmpty("every value is shown, whatever it is joined with");
        return site.Page();
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
