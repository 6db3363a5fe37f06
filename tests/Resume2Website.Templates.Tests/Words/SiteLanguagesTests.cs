using Resume2Website.Sites;
using Resume2Website.Templates.Gutter;
using Resume2Website.Templates.Tests.People;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates.Tests.Words;

public sealed class SiteLanguagesTests
{
    public static TheoryData<string> Languages => [.. SiteLanguages.Known.Select(words => words.Language)];

    [Fact]
    public void Known_HoldsTheNineLanguages() =>
        SiteLanguages.Known.Select(words => words.Language).Should().BeEquivalentTo(["en", "de", "fr", "es", "pt", "it", "nl", "pl", "he"]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_OfEveryLanguage_AreComplete(string language)
    {
        var words = SiteLanguages.For(language);

        words.Sections.Keys.Should().BeEquivalentTo(GutterTemplate.Template.SectionOrder);
        words.Sections.Values.Should().OnlyHaveUniqueItems().And.NotContain(string.Empty);
        words.Months.Should().HaveCount(12).And.OnlyHaveUniqueItems();
        words.Direction.Should().Be(SiteLanguages.DirectionOf(language));
        string.Format(null, words.Photo, "X").Should().Contain("X").And.NotBe("X");
    }

    [Theory]
    [InlineData("he", "other", "מידע נוסף")]
    [InlineData("fr", "courses", "Formations complémentaires")]
    [InlineData("fr", "results", "Résultats marquants")]
    [InlineData("it", "results", "Risultati principali")]
    [InlineData("pl", "results", "Wybrane osiągnięcia")]
    [InlineData("es", "school", "Asignaturas:")]
    public void Words_OfALanguage_AreWhatItsSpeakersWrite(string language, string key, string expected)
    {
        var words = SiteLanguages.For(language);

        (key switch { "results" => words.Results, "school" => words.Courses, _ => words.Sections[key] }).Should().Be(expected);
    }

    /// <summary>Both sides of the Atlantic read one list: no word in it is spelt in one of two ways.</summary>
    [Fact]
    public void Words_InPortuguese_AreAtHomeInPortugalAndBrazil()
    {
        var words = SiteLanguages.For("pt-BR");

        words.Sections.Values.Append(words.Contact).Should().NotContain(word => word.Contains("rêmi") || word.Contains("rémi") || word.Contains("ontato") || word.Contains("ontacto"));
    }

    [Theory]
    [InlineData("de", "de", "ltr", "Berufserfahrung")]
    [InlineData("pt-BR", "pt-BR", "ltr", "Experiência")]
    [InlineData("he", "he", "rtl", "ניסיון תעסוקתי")]
    [InlineData("ar", "ar", "rtl", "Experience")]
    [InlineData("en\" onload=\"x", "en", "ltr", "Experience")]
    public async Task RenderAsync_InALanguage_SetsLangDirAndTitles(string asked, string lang, string dir, string title)
    {
        var page = (await Rendering.SiteOf(Person.Rich, Rendering.Today with { Language = asked })).Page();

        page.DocumentElement.GetAttribute("lang").Should().Be(lang);
        page.DocumentElement.GetAttribute("dir").Should().Be(dir);
        page.GetElementById("work")!.TextContent.Should().Be(title);
    }
}
