using Resume2Website.Templates.Dates;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates.Tests.Dates;

public sealed class DateWriterTests
{
    [Theory]
    [InlineData("en", "2019-03", "2022-04", "3 yrs 2 mos")]
    [InlineData("en", "2019-03", "2019-03", "1 mo")]
    [InlineData("en", "2019-03", "2020-02", "1 yr")]
    [InlineData("en", "2015", "2018", "3 yrs")]
    [InlineData("en", "2015", "2015", null)]
    [InlineData("en", "2019-03", "2018-01", null)]
    [InlineData("en", "2024-11", null, "2 yrs 1 mo")]
    [InlineData("en", null, "2020", null)]
    [InlineData("de", "2019-03", "2020-04", "1 Jahr 2 Monate")]
    [InlineData("pl", "2019-01", "2021-05", "2 lata 5 mies.")]
    [InlineData("pl", "2009-01", "2020-12", "12 lat")]
    [InlineData("pl", "2009-01", "2009-12", "1 rok")]
    [InlineData("pl", "2009-01", "2013-12", "5 lat")]
    [InlineData("pl", "1999-01", "2020-12", "22 lata")]
    [InlineData("fr", "2019-01", "2020-01", "1 an 1 mois")]
    [InlineData("nl", "2019-01", "2020-02", "1 jaar 2 mnd")]
    [InlineData("he", "2019-01", "2019-12", "שנה")]
    [InlineData("he", "2019-01", "2020-12", "שנתיים")]
    [InlineData("he", "2019-01", "2021-12", "3 שנים")]
    [InlineData("he", "2009-01", "2018-12", "10 שנים")]
    [InlineData("he", "2009-01", "2019-12", "11 שנה")]
    [InlineData("he", "2000-01", "2024-12", "25 שנה")]
    [InlineData("he", "2019-01", "2019-01", "חודש")]
    [InlineData("he", "2019-01", "2019-02", "חודשיים")]
    [InlineData("he", "2019-01", "2019-11", "11 חודש")]
    [InlineData("he", "2019-01", "2022-05", "3 שנים ו־5 חודשים")]
    [InlineData("he", "2019-01", "2021-02", "שנתיים וחודשיים")]
    [InlineData("en", "2015", "2018-03", null)]
    [InlineData("en", "2015-03", "2018", null)]
    [InlineData("en", "2015", null, "11 yrs")]
    public void Duration_OfASpan_IsWhatPeopleSay(string language, string? start, string? end, string? said)
    {
        var writer = new DateWriter(SiteLanguages.For(language), new DateOnly(2026, 11, 23));

        writer.Duration(PartialDate.Parse(start), PartialDate.Parse(end), end is null)?.Replace('\u00A0', ' ').Should().Be(said);
    }

    [Theory]
    [InlineData("2019", "2019", "2019")]
    [InlineData("2019-03", "Mar 2019", "März 2019")]
    [InlineData("2019-03-07", "7 Mar 2019", "7. März 2019")]
    public void Write_OfADate_IsInThePagesLanguage(string iso, string english, string german)
    {
        var date = PartialDate.Parse(iso)!.Value;

        date.Iso.Should().Be(iso);
        new DateWriter(SiteLanguages.For("en"), null).Write(date).Should().Be(english);
        new DateWriter(SiteLanguages.For("de"), null).Write(date).Should().Be(german);
    }

    [Theory]
    [InlineData("pl", "2021-05", "maj 2021")]
    [InlineData("pl", "2021-05-05", "5 maja 2021")]
    [InlineData("fr", "2021-05-01", "1er mai 2021")]
    [InlineData("fr", "2021-05-21", "21 mai 2021")]
    [InlineData("it", "2021-05-01", "1º mag 2021")]
    [InlineData("pt", "2021-05-05", "5 de maio de 2021")]
    [InlineData("he", "2021-05-05", "5 במאי 2021")]
    public void Write_OfADateWithADay_DeclinesAsPeopleDo(string language, string iso, string written) =>
        new DateWriter(SiteLanguages.For(language), null).Write(PartialDate.Parse(iso)!.Value).Should().Be(written);

    [Theory]
    [InlineData("en", "2019", "until 2019")]
    [InlineData("de", "2019-03", "bis März 2019")]
    [InlineData("fr", "2019", "jusqu’en 2019")]
    [InlineData("fr", "2019-03-01", "jusqu’au 1er mars 2019")]
    [InlineData("it", "2019", "fino al 2019")]
    [InlineData("it", "2019-03", "fino a mar 2019")]
    [InlineData("it", "2019-03-07", "fino al 7 mar 2019")]
    [InlineData("it", "2019-03-11", "fino all’11 mar 2019")]
    [InlineData("pl", "2019-05", "do maja 2019")]
    [InlineData("he", "2019", "עד 2019")]
    public void Until_OfAnEndWithoutABeginning_IsAPhraseOfThePagesLanguage(string language, string iso, string written) =>
        new DateWriter(SiteLanguages.For(language), null).Until(PartialDate.Parse(iso)!.Value).Should().Be(written);

    [Theory]
    [InlineData("2019-13")]
    [InlineData("2019-02-30")]
    [InlineData("0000")]
    [InlineData("Spring 2019")]
    [InlineData("2019-03-01T00:00")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_OfAnythingElse_IsNoDate(string? text) => PartialDate.Parse(text).Should().BeNull();
}
