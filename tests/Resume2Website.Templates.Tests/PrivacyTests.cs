using System.Text;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;
using Resume2Website.Templates.Tests.People;
using SkiaSharp;

namespace Resume2Website.Templates.Tests;

public sealed class PrivacyTests
{
    [Theory]
    [InlineData("+49 170 5550142", "Call +49 170 5550142 today")]
    [InlineData("+49 170 5550142", "Call 0170 5550142 today")]
    [InlineData("+49 170 5550142", "Call 0170/555-01-42 today")]
    [InlineData("+49 170 5550142", "Call 0049 (0)170 5 55 01 42 today")]
    [InlineData("0170 5550142", "Call +491705550142 today")]
    [InlineData("(212) 555-0142", "Call 212.555.0142 today")]
    [InlineData("+49 170 5550142", "Call my referee on +44 20 7946 0958 today")]
    public async Task RenderAsync_WithPhoneHidden_TakesItOutOfTextsToo(string phone, string summary)
    {
        var resume = new Resume { Basics = new Basics { Name = "Ada", Phone = phone, Summary = summary } };
        var site = await Rendering.SiteOf(resume);

        foreach (var file in TextFiles(site)) DigitsOf(file).Should().NotContain("5550142").And.NotContain("79460958");
        site.Text("index.html").Should().Contain("today", "only the number goes");
    }

    [Fact]
    public async Task RenderAsync_PostalCodeThatIsAYearToo_TakesNoDateAway()
    {
        var resume = new Resume
        {
            Basics = new Basics { Name = "Ada", Summary = "In 2018 I built it, at 2018 Antwerpen.", Location = new Location { PostalCode = "2018", City = "Antwerpen" } },
            Work = [new WorkEntry { Position = "Engineer", Name = "Umicore", StartDate = "2018", EndDate = "2018-11" }],
        };
        var page = (await Rendering.SiteOf(resume)).Page();

        page.QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")).Should().Equal("2018", "2018-11");
        page.QuerySelector("section p")!.TextContent.Should().Be("In 2018 I built it, at Antwerpen.");
    }

    [Fact]
    public async Task RenderAsync_StreetThatIsOnlyThePlace_TakesNoNamesApart()
    {
        var resume = new Resume
        {
            Basics = new Basics { Name = "Ada", Location = new Location { Address = "Berlin", City = "Berlin" } },
            Education = [new EducationEntry { Institution = "TU Berlin" }],
        };

        (await Rendering.SiteOf(resume)).Text("index.html").Should().Contain("TU Berlin").And.Contain("<li><bdi>Berlin</bdi></li>");
    }

    [Theory]
    [InlineData("Billed 1705 orders in 55 shops and 142 towns")]
    [InlineData("2019 - 2021: 70 % of 5,550,142 parcels")]
    public async Task RenderAsync_WithPhoneHidden_KeepsOtherNumbers(string summary)
    {
        var resume = new Resume { Basics = new Basics { Name = "Ada", Phone = "+49 170 5550143", Summary = summary } };
        var site = await Rendering.SiteOf(resume);

        site.Page().Body!.TextContent.Should().Contain(summary);
    }

    [Fact]
    public async Task RenderAsync_WithPhoneAndAddressShown_PutsThemOnPageCardAndData()
    {
        var site = await Rendering.SiteOf(Person.Rich, Rendering.Today with { ShowPhone = true, ShowAddress = true });

        site.Page().QuerySelector("a[href^=tel]")!.GetAttribute("href").Should().Be("tel:+491705550142");
        site.Page().Body!.TextContent.Should().Contain("Lindenhof 14, 04109 Leipzig, Germany");
        site.Text("contact.vcf").Should().Contain("TEL;VALUE=uri:tel:+491705550142\r\n").And.Contain("ADR:;;Lindenhof 14;Leipzig;Germany;04109;DE");
        site.Text("resume.json").Should().Contain("Lindenhof");
    }

    [Fact]
    public async Task RenderAsync_WithPhotoHidden_PutsItInNoFile()
    {
        using var picture = new SKBitmap(new SKImageInfo(300, 300, SKColorType.Rgb888x, SKAlphaType.Opaque));
        picture.Erase(SKColors.Peru);
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, 80);
        var resume = Person.Sparse with { Basics = Person.Sparse.Basics with { Image = "data:image/jpeg;base64," + Convert.ToBase64String(jpeg.ToArray()) } };

        var shown = await Rendering.SiteOf(resume);
        var hidden = await Rendering.SiteOf(resume, Rendering.Today with { ShowPhoto = false });

        shown.Files.Should().Contain(file => file.ContentType == "image/jpeg");
        hidden.Files.Should().NotContain(file => file.ContentType == "image/jpeg");
        hidden.Text("resume.json").Should().NotContain("image");
        foreach (var file in TextFiles(hidden)) file.Should().NotContain("photo-").And.NotContain("data:image/jpeg");
        SiteGates.Check(resume, Rendering.Today with { ShowPhoto = false }, hidden).Should().BeEmpty();
        SiteGates.Check(resume, Rendering.Today with { ShowPhoto = false }, shown).Should().Contain(finding => finding.Gate == "hidden_data");
    }

    [Fact]
    public async Task RenderAsync_ByDefault_HidesStreetAndPostalCodeEverywhere()
    {
        var resume = Person.Rich with { Other = [new OtherSection { Lines = ["Lindenhof  14, 04109 Leipzig", "Born in Leipzig"] }] };
        var site = await Rendering.SiteOf(resume);

        foreach (var file in TextFiles(site)) file.Should().NotContain("Lindenhof").And.NotContain("04109");
        site.Text("index.html").Should().Contain("Born in Leipzig");
    }

    [Theory]
    [InlineData(EmailVisibility.Hidden)]
    [InlineData(EmailVisibility.Obfuscated)]
    public async Task RenderAsync_WithEmailNotShown_HasItInNoFile(EmailVisibility visibility)
    {
        var resume = Person.Rich with { Other = [new OtherSection { Lines = ["Write to KATHARINA@vogelsang.example.org please"] }] };
        var site = await Rendering.SiteOf(resume, Rendering.Today with { Email = visibility });

        foreach (var file in TextFiles(site)) file.ToLowerInvariant().Should().NotContain("katharina@").And.NotContain("mailto:");
        site.Text("index.html").Contains("katharina (at) vogelsang.example.org", StringComparison.Ordinal).Should().Be(visibility == EmailVisibility.Obfuscated);
    }

    [Fact]
    public async Task RenderAsync_Always_KeepsProvenanceToItself()
    {
        var site = await Rendering.SiteOf(Person.Rich);

        site.Text("resume.json").Should().NotContain("\"confidence\"").And.NotContain("\"coverage\"").And.NotContain("\"engine\"").And.Contain("\"language\": \"en\"");
    }

    private static IEnumerable<string> TextFiles(Site site) =>
        site.Files.Where(file => file.Path != "og.png").Select(file => Encoding.UTF8.GetString(file.Content.Span));

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
