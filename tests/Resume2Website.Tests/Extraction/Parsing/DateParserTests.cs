using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Tests.Extraction.Parsing;

public sealed class DateParserTests
{
    [Theory]
    [InlineData("Sept 2019 – heute", "2019-09", null, true)]
    [InlineData("03/2019 - 11/2021", "2019-03", "2021-11", false)]
    [InlineData("05/14 – 06/16", "2014-05", "2016-06", false)]
    [InlineData("2012–2015", "2012", "2015", false)]
    [InlineData("2013-14", "2013", "2014", false)]
    [InlineData("janv. 2010 à févr. 2012", "2010-01", "2012-02", false)]
    [InlineData("março de 2018 – atual", "2018-03", null, true)]
    [InlineData("enero de 2015 hasta julio de 2017", "2015-01", "2017-07", false)]
    [InlineData("mrt 2011 t/m heden", "2011-03", null, true)]
    [InlineData("gennaio 2014 - in corso", "2014-01", null, true)]
    [InlineData("wrzesień 2016 – obecnie", "2016-09", null, true)]
    [InlineData("augusti 2009 – maj 2011", "2009-08", "2011-05", false)]
    [InlineData("marts 2008 – maj 2010", "2008-03", "2010-05", false)]
    [InlineData("Summer 2017 to Winter 2018", "2017", "2018", false)]
    [InlineData("June ’16 – Feb ’18", "2016-06", "2018-02", false)]
    [InlineData("2020/04 to till date", "2020-04", null, true)]
    [InlineData("01.04.2011 - 30.09.2013", "2011-04-01", "2013-09-30", false)]
    [InlineData("seit 2018", "2018", null, true)]
    [InlineData("since March 2020", "2020-03", null, true)]
    [InlineData("2021 –", "2021", null, true)]
    public void Find_Range_KeepsThePrintedPrecision(string text, string from, string? to, bool isOpen)
    {
        var span = DateParser.Find(text).Should().ContainSingle().Subject;

        span.IsRange.Should().BeTrue();
        span.From.ToString().Should().Be(from);
        span.To?.ToString().Should().Be(to);
        (span.To is null).Should().Be(to is null);
        span.IsOpen.Should().Be(isOpen);
        span.Length.Should().Be(text.Length);
    }

    [Theory]
    [InlineData("Team of the Year, Rivermouth Guild, 10/2019", "2019-10")]
    [InlineData("Prize (07/18)", "2018-07")]
    [InlineData("14 May 2015", "2015-05-14")]
    [InlineData("August 2009", "2009-08")]
    public void Find_SingleDate_IsNoRange(string text, string date)
    {
        var span = DateParser.Find(text).Should().ContainSingle().Subject;

        span.IsRange.Should().BeFalse();
        span.From.ToString().Should().Be(date);
    }

    [Theory]
    [InlineData("Grew the list by 2000% in two years")]
    [InlineData("+44 7700 900123")]
    [InlineData("Room 12/34 of the old wing")]
    [InlineData("")]
    public void Find_NoDate_FindsNothing(string text) => DateParser.Find(text).Should().BeEmpty();
}
