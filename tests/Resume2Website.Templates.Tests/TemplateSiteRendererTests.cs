using System.Text;
using System.Text.Json;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Tests.People;
using Resume2Website.Templates.Tests.Snapshots;

namespace Resume2Website.Templates.Tests;

public sealed class TemplateSiteRendererTests : IDisposable
{
    private static readonly SiteOptions Today = Rendering.Today;
    private readonly TemplateSiteRenderer _renderer = new();

    public void Dispose() => _renderer.Dispose();

    [Theory]
    [MemberData(nameof(Rendering.TemplatesAndPeople), MemberType = typeof(Rendering))]
    public async Task RenderAsync_ForEachTemplateAndPerson_MatchesTheApprovedPage(string template, string person)
    {
        var site = await _renderer.RenderAsync(Person.Named(person), Today with { Template = template }, TestContext.Current.CancellationToken);

        Snapshot.Matches(Html(site), $"{template}-{person}");
    }

    [Fact]
    public async Task RenderAsync_CalledTwice_GivesTheSameBytes()
    {
        using var other = new TemplateSiteRenderer();
        var first = await _renderer.RenderAsync(Person.Rich, Today, TestContext.Current.CancellationToken);
        var second = await other.RenderAsync(Person.Rich, Today, TestContext.Current.CancellationToken);

        SiteZip.Pack(first).Should().Equal(SiteZip.Pack(second));
    }

    [Fact]
    public async Task RenderAsync_WithoutAsOf_ShowsNoDurations()
    {
        var site = await _renderer.RenderAsync(Person.Rich, new SiteOptions(), TestContext.Current.CancellationToken);

        Html(site).Should().Contain("Sep 2020").And.NotContain("class=\"duration\"");
    }

    [Fact]
    public async Task RenderAsync_WithAsOf_CountsOpenJobsUpToThatDay()
    {
        var site = await _renderer.RenderAsync(Person.Rich, Today, TestContext.Current.CancellationToken);

        Html(site).Should().Contain("6&#xA0;yrs 3&#xA0;mos");
    }

    [Theory]
    [InlineData("1,7", "Note 1,7")]
    [InlineData("Note 1,7", "Note 1,7")]
    [InlineData("mit Auszeichnung", "mit Auszeichnung")]
    public async Task RenderAsync_Grade_IsNamedOnceAndOnlyIfItIsABareNumber(string score, string shown)
    {
        var resume = Person.Rich with { Education = [Person.Rich.Education[0] with { Score = score }] };
        var site = await _renderer.RenderAsync(resume, Today with { Language = "de" }, TestContext.Current.CancellationToken);

        Html(site).Should().Contain($"<bdi>{shown}</bdi>");
    }

    [Fact]
    public async Task RenderAsync_TextThatEndsATagAsXmlDoes_StaysAsItIs()
    {
        const string Text = "Writes <br /> by hand, and 3 /> 2";
        var site = await Rendering.SiteOf(new Resume { Basics = new Basics { Name = "Ada Byron", Summary = Text } });

        Encoding.UTF8.GetString(site.Find("index.html")!.Content.Span).Should().NotContain(" />");
        site.Page().QuerySelector(".summary p")!.TextContent.Trim().Should().Be(Text);
        site.Page().QuerySelector("meta[name=description]")!.GetAttribute("content").Should().Contain("3 /> 2");
        JsonDocument.Parse(site.Page().QuerySelector("script")!.TextContent).RootElement.ToString().Should().Contain("Ada Byron");
    }

    [Fact]
    public async Task RenderAsync_InterestsWithoutKeywords_ShareALine()
    {
        var resume = Person.Rich with { Interests = [new Interest { Name = "Kayaking" }, new Interest { Name = "Sourdough" }] };
        var site = await _renderer.RenderAsync(resume, Today, TestContext.Current.CancellationToken);

        Html(site).Should().Contain("<li><bdi>Kayaking</bdi></li> <li><bdi>Sourdough</bdi></li>");
    }

    [Fact]
    public async Task RenderAsync_SectionThatThePersonRenamed_BearsTheirHeading()
    {
        var options = Today with { SectionTitles = new Dictionary<string, string> { ["work"] = "Where I have been", ["x-talks"] = "  ", ["other"] = "Und sonst" } };
        var site = await _renderer.RenderAsync(Person.Rich, options, TestContext.Current.CancellationToken);

        Html(site).Should().Contain("<bdi>Where I have been</bdi></h2>").And.NotContain("<bdi>Experience</bdi>")
            .And.Contain("<bdi>Talks</bdi></h2>", "an empty name is none")
            .And.Contain("<bdi>Und sonst</bdi></h2>").And.Contain("<bdi>Patents</bdi></h2>", "what the CV calls it comes first");
    }

    [Fact]
    public async Task RenderAsync_WithoutBaseUrl_HasNeitherSitemapNorCanonical()
    {
        var site = await _renderer.RenderAsync(Person.Rich, Today, TestContext.Current.CancellationToken);

        site.Files.Select(file => file.Path).Should().Equal("contact.vcf", "favicon.svg", "fonts/figtree-latin.woff2", "index.html", "og.png", "resume.json", "style.css");
        Html(site).Should().NotContain("canonical");
    }

    [Fact]
    public async Task RenderAsync_WithBaseUrl_NamesItInCanonicalSitemapAndRobots()
    {
        var options = Today with { BaseUrl = new Uri("https://kv.example.org/cv") };
        var site = await _renderer.RenderAsync(Person.Rich, options, TestContext.Current.CancellationToken);

        Html(site).Should().Contain("<link rel=\"canonical\" href=\"https://kv.example.org/cv/\"").And.Contain("https://kv.example.org/cv/og.png");
        site.Text("sitemap.xml").Should().Contain("<loc>https://kv.example.org/cv/</loc>");
        site.Text("robots.txt").Should().Contain("https://kv.example.org/cv/sitemap.xml");
    }

    [Fact]
    public async Task RenderAsync_ForHostileText_MakesNoElementOfIt()
    {
        var site = await _renderer.RenderAsync(Person.Hostile, Today, TestContext.Current.CancellationToken);
        var page = site.Page();

        page.QuerySelectorAll("script").Should().ContainSingle().Which.GetAttribute("type").Should().Be("application/ld+json");
        page.QuerySelectorAll("img, style, b, iframe, object").Should().BeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty();
        page.QuerySelectorAll("a").Select(link => new Uri(link.GetAttribute("href")!).Scheme).Should().OnlyContain(scheme => scheme == "https" || scheme == "mailto");
        page.QuerySelector("html")!.GetAttribute("dir").Should().Be("rtl");
        System.Text.Json.JsonDocument.Parse(page.QuerySelector("script")!.TextContent).RootElement.GetProperty("@type").GetString().Should().Be("ProfilePage");
    }

    [Theory]
    [InlineData("https://tracker.example.com/pixel.png")]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+")]
    [InlineData("data:image/png;base64,/9j/4AECAw==")]
    [InlineData("../../etc/passwd")]
    public async Task RenderAsync_WithAnyOtherImage_ShowsInitials(string image)
    {
        var resume = new Resume { Basics = new Basics { Name = "Ada Byron", Image = image } };
        var site = await _renderer.RenderAsync(resume, Today, TestContext.Current.CancellationToken);

        Html(site).Should().Contain(">AB</div>").And.NotContain("<img");
        site.Text("resume.json").Should().NotContain("image");
    }

    [Fact]
    public async Task RenderAsync_WithCourses_ShowsThemAtTheirSchoolAndInASectionOfTheirOwn()
    {
        var resume = Person.Rich with
        {
            Education = [new EducationEntry { Institution = "University of Harrow", Courses = ["Rock Mechanics"] }],
            Courses = [new Course { Name = "First Aid on Board", Provider = "Harbour Academy", Date = "2016" }],
        };

        var site = await _renderer.RenderAsync(resume, Today, TestContext.Current.CancellationToken);

        site.Page().QuerySelectorAll("h2").Select(title => title.TextContent).Should().Contain("Courses");
        Html(site).Should().Contain("First Aid on Board").And.Contain("Harbour Academy").And.Contain("Rock Mechanics");
    }

    [Fact]
    public async Task RenderAsync_WithHiddenAndOrderedSections_FollowsTheWish()
    {
        var options = Today with { HiddenSections = ["references", "talks"], SectionOrder = ["skills"] };
        var site = await _renderer.RenderAsync(Person.Rich, options, TestContext.Current.CancellationToken);
        var titles = site.Page().QuerySelectorAll("h2").Select(title => title.TextContent);

        titles.Should().StartWith(["Skills", "About", "Experience"]).And.NotContain(["References", "Talks"]);
        site.Text("resume.json").Should().NotContain("Jonas Ehrlich");
    }

    [Theory]
    [InlineData("neon", null, "gutter, ledger, folio, scholar, board")]
    [InlineData("gutter", "neon", "pine, ocean, plum, rust, slate")]
    public async Task RenderAsync_WithUnknownChoice_NamesTheKnownOnes(string template, string? accent, string known)
    {
        var act = () => _renderer.RenderAsync(Person.Sparse, new SiteOptions { Template = template, Accent = accent }, TestContext.Current.CancellationToken);

        (await act.Should().ThrowAsync<ArgumentException>()).WithMessage($"*{known}*");
    }

    [Fact]
    public async Task RenderAsync_ForAnEmptyResume_StillMakesAPage()
    {
        var site = await _renderer.RenderAsync(new Resume(), Today, TestContext.Current.CancellationToken);

        site.Page().QuerySelectorAll("h1").Should().ContainSingle();
    }

    private static string Html(Site site) => site.Text("index.html");
}
