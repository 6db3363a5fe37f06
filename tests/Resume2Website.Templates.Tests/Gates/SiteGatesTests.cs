using Resume2Website.Sites;
using Resume2Website.Sites.Gates;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Gates;

public sealed class SiteGatesTests
{
    public static TheoryData<string, string, string, string> SeededFaults => new()
    {
        { "links", "index.html", "href=\"https://halbmond.example.com/\"", "href=\"javascript:alert(1)\"" },
        { "links", "index.html", "href=\"https://halbmond.example.com/\"", "href=\"missing.html\"" },
        { "links", "index.html", "href=\"style.css\"", "href=\"https://cdn.example.com/style.css\"" },
        { "links", "index.html", "rel=\"noopener nofollow ugc\"", "rel=\"noopener\"" },
        { "links", "style.css", "body {", "@font-face { src: url(https://fonts.example.com/a.woff2); } body {" },
        { "links", "style.css", "url(\"fonts/", "url(\"https://fonts.example.com/" },
        { "links", "style.css", "url(\"fonts/", "u\\72l(\"https://fonts.example.com/" },
        { "links", "style.css", "body {", "body { background: image-set(\"https://fonts.example.com/a.png\" 1x);" },
        { "links", "index.html", "<main>", "<main><img src=\"og.png\" srcset=\"og.png 1x, https://a.example.com/b.png 2x\" alt=\"x\">" },
        { "active_content", "index.html", "<main>", "<main><script>alert(1)</script>" },
        { "active_content", "index.html", "<main>", "<main onclick=\"x()\">" },
        { "ids", "index.html", "id=\"skills\"", "id=\"work\"" },
        { "headings", "index.html", "<h2 ", "<h4 " },
        { "headings", "index.html", "<bdi>Skills</bdi></h2>", "</h2>" },
        { "head", "index.html", "lang=\"en\"", "lang=\"\"" },
        { "head", "index.html", "lang=\"en\"", "lang=\"English\"" },
        { "head", "index.html", "dir=\"ltr\"", "" },
        { "head", "index.html", "<title>", "<title></title><meta name=\"spare\" content=\"" },
        { "head", "index.html", "<meta name=\"description\"", "<meta name=\"subscription\"" },
        { "head", "index.html", "<meta charset=\"utf-8\">", "" },
        { "head", "index.html", "<meta name=\"viewport\"", "<meta name=\"portview\"" },
        { "head", "index.html", "property=\"og:image\" content=\"og.png\"", "property=\"og:image\" content=\"\"" },
        { "head", "index.html", "<link rel=\"icon\"", "<link rel=\"icon\" href=\"og.png\"><link rel=\"icon\"" },
        { "head", "index.html", "<link rel=\"icon\"", "<link rel=\"canonical\" href=\"https://example.org/\"><link rel=\"icon\"" },
        { "head", "index.html", "\"@type\":\"ProfilePage\",", "" },
        { "head", "index.html", "{\"@context\"", "{{\"@context\"" },
        { "landmarks", "index.html", "<main>", "<main></main><main>" },
        { "landmarks", "index.html", "<header", "<header></header><header" },
        { "landmarks", "index.html", "</main>", "</main><footer>a</footer><footer>b</footer>" },
        { "landmarks", "index.html", "<main>", "<section aria-label=\"Lost\">Lost</section><main>" },
        { "landmarks", "index.html", " aria-labelledby=\"skills\"", "" },
        { "alt_text", "index.html", "<main>", "<main><img src=\"og.png\" alt=\"\">" },
        { "hidden_data", "index.html", "Leipzig, Germany", "Leipzig, 0 1 7 0 - 555 01.42" },
        { "hidden_data", "index.html", "Leipzig, Germany", "Lindenhof&#32;14, Leipzig" },
        { "hidden_data", "resume.json", "\"Leipzig\"", "\"L\\u0069ndenhof 14\"" },
        { "hidden_data", "contact.vcf", "END:VCARD", "TEL:+49 170 555\r\n 0142\r\nEND:VCARD" },
        { "leftovers", "index.html", "<bdi>PCI Council</bdi>", "<bdi>undefined</bdi>" },
        { "leftovers", "index.html", "<main>", "<main><section><h2>Nothing</h2><div></div></section>" },
        { "leftovers", "index.html", "<main>", "<main><DateText Value=\"2019\" />" },
        { "content", "index.html", "FoundationDB", "Foundation" },
        { "content", "index.html", "datetime=\"2015-04\">Apr 2015", "datetime=\"2015-05\">May 2015" },
        { "content", "index.html", "https://journal.example.org/settlements", "https://journal.example.org/" },
    };

    [Theory]
    [MemberData(nameof(Rendering.TemplatesAndPeople), MemberType = typeof(Rendering))]
    public async Task Check_ForEachTemplateAndPerson_FindsNothing(string template, string person)
    {
        var resume = Person.Named(person);
        var options = Rendering.Today with { Template = template };
        var site = await Rendering.SiteOf(resume, options);

        SiteGates.Check(resume, options, site).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(SeededFaults))]
    public async Task Check_WithASeededFault_FindsIt(string gate, string path, string right, string wrong)
    {
        var site = (await Rendering.SiteOf(Person.Rich)).With(path, text => text.Replace(right, wrong, StringComparison.Ordinal));

        SiteGates.Check(Person.Rich, Rendering.Today, site).Should().Contain(finding => finding.Gate == gate && finding.Path == path);
    }

    [Fact]
    public async Task Check_WithAPaleAccent_FindsTheContrast()
    {
        var site = (await Rendering.SiteOf(Person.Rich)).With("style.css", css => css.Replace("--accent: #1c6b52", "--accent: #8fc7b4", StringComparison.Ordinal));

        SiteGates.Check(Person.Rich, Rendering.Today, site).Should().NotBeEmpty().And.OnlyContain(finding => finding.Gate == "contrast" && finding.Message.Contains("light mode"));
    }

    [Fact]
    public async Task Check_WithAHeavyPhoto_FindsTheWeight()
    {
        var site = await Rendering.SiteOf(Person.Rich);
        var heavy = new Site([.. site.Files, new SiteFile("photo.jpg", "image/jpeg", new byte[160 * 1024])]);

        SiteGates.Check(Person.Rich, Rendering.Today, heavy).Should().ContainSingle().Which.Should().Match<SiteFinding>(finding => finding.Gate == "weight" && finding.Path == "photo.jpg");
    }

    public static TheoryData<string, string> Accents => [.. Rendering.Templates.SelectMany(template => template.Accents.Select(accent => (template.Name, accent.Name)))];

    [Theory]
    [MemberData(nameof(Accents))]
    public async Task Check_ForEachAccent_FindsNothing(string template, string accent)
    {
        var options = Rendering.Today with { Template = template, Accent = accent, Email = EmailVisibility.Obfuscated, ShowPhone = true, ShowAddress = true, BaseUrl = new Uri("https://kv.example.org") };
        var site = await Rendering.SiteOf(Person.Rich, options);

        SiteGates.Check(Person.Rich, options, site).Should().BeEmpty();
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Ratio_OfKnownColours_IsWhatWcagGives(string one, string other, double ratio) =>
        ContrastGate.Ratio(one, other).Should().BeApproximately(ratio, 0.01);
}
