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
    [InlineData("fr", "2019-01", "2020-01", "1 an 1 mois")]
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
    [InlineData("2019-13")]
    [InlineData("2019-02-30")]
    [InlineData("0000")]
    [InlineData("Spring 2019")]
    [InlineData("2019-03-01T00:00")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_OfAnythingElse_IsNoDate(string? text) => PartialDate.Parse(text).Should().BeNull();
}
