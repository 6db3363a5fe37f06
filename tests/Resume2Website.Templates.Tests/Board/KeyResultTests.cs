using Resume2Website.Resumes;
using Resume2Website.Templates.Board;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Board;

public sealed class KeyResultTests
{
    [Theory]
    [InlineData("Raised revenue from 74 to 118 million euros.", "118 million euros")]
    [InlineData("Ausschuss auf 1,4 % gesenkt", "1,4 %")]
    [InlineData("Umsatz auf 118 Mio. Euro gesteigert", "118 Mio. Euro")]
    [InlineData("Saved €1.2M a year", "€1.2M")]
    [InlineData("Cut it by 31% in 2024", "31%")]
    [InlineData("Ausschuss von 6,2 % auf 1,4 % gesenkt", "1,4 %")]
    [InlineData("Grew it from €2 million to €5 million", "€5 million")]
    [InlineData("Saved 20–30 % of the time", "20–30 %")]
    [InlineData("Served 11,000 requests a second", "11,000")]
    [InlineData("הקמת מעבדה ומענקים בסך 2.4 מיליון ₪", "2.4 מיליון ₪")]
    public void Figure_OfASentence_IsItsMostTellingOne(string text, string figure) =>
        KeyResult.ThreeOf(Highlights(text, "Grew 10 % a year", "Grew 20 % a year", "Grew 3 shops"))
            .Select(result => result.Figure).Should().Equal(figure, "10 %", "20 %");

    [Theory]
    [InlineData("Led the move to K8s with p99 in 2019", "a", "b")]
    [InlineData("ISO 27001", "Since 2015", "One")]
    [InlineData("Led it 2019–2021", "Led it 2015-2018", "Led it 2010–2012")]
    public void Results_WithoutThreeThatTell_AreNone(params string[] highlights) => KeyResult.ThreeOf(Highlights(highlights)).Should().BeEmpty();

    [Fact]
    public async Task Page_OfTheRichPerson_ShowsThreeResultsInTheirOwnWords()
    {
        var page = (await Rendering.SiteOf(Person.Rich, Rendering.Today with { Template = "board" })).Page();
        var results = page.QuerySelectorAll(".results li p").Select(result => result.TextContent).ToArray();

        results.Should().HaveCount(3);
        Person.Rich.Work.SelectMany(work => work.Highlights).Should().Contain(results);
    }

    private static Resume Highlights(params string[] highlights) => new() { Work = [new WorkEntry { Highlights = highlights }] };
}
