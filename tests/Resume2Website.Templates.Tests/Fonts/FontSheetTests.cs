using Resume2Website.Resumes;
using Resume2Website.Templates.Fonts;

namespace Resume2Website.Templates.Tests.Fonts;

public sealed class FontSheetTests
{
    [Theory]
    [InlineData("Ada Byron", "en", "figtree-latin.woff2")]
    [InlineData("Łukasz Żak", "pl", "figtree-latin-ext.woff2, figtree-latin.woff2")]
    [InlineData("José Muñoz", "es", "figtree-latin.woff2")]
    [InlineData("דנה לוי", "he", "")]
    public async Task Site_OfAPerson_CarriesTheSubsetsThatTheirLettersNeed(string name, string language, string expected)
    {
        var resume = new Resume { Basics = new Basics { Name = name }, Meta = new ResumeMeta { Language = language } };
        var site = await Rendering.SiteOf(resume);
        var fonts = site.Files.Where(file => file.ContentType == "font/woff2").Select(file => file.Path["fonts/".Length..]);

        string.Join(", ", fonts).Should().Be(expected);
        foreach (var font in fonts) site.Text("style.css").Should().Contain($"url(\"fonts/{font}\")");
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task StyleSheet_OfEachTemplate_NamesTheFamiliesItBrings(string template)
    {
        var resume = new Resume { Basics = new Basics { Name = "Ada Byron" } };
        var css = (await Rendering.SiteOf(resume, Rendering.Today with { Template = template })).Text("style.css");
        var families = css.Split('\n').Where(line => line.StartsWith("  font-family: ", StringComparison.Ordinal)).Select(line => line.Split('"')[1]).Distinct().ToArray();

        families.Should().NotBeEmpty();
        families.Should().Contain(family => family.EndsWith(" Fallback", StringComparison.Ordinal));
        foreach (var family in families.Where(family => !family.EndsWith(" Fallback", StringComparison.Ordinal)))
            css.Should().MatchRegex($"(?m)^.*--(text|mono|display): \"?{family}\"?, \"{family} Fallback\",");
    }

    [Fact]
    public void Text_OfAPage_LeavesTagsAttributesAndHeadOut() =>
        PageText.Of("<head><title>Nope</title></head><body class=\"no\"><p title=\"a&gt;b\">A&amp;B</p> é<b>c</b></body>").Should().Be("A&B éc");

    public static TheoryData<string> Templates => [.. Rendering.Templates.Select(template => template.Name)];
}
