using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Tests.Extraction.Parsing;

public sealed class DurationParserTests
{
    [Theory]
    [InlineData("4 years 3 months")]
    [InlineData("(1 year)")]
    [InlineData("· 2 yrs 6 mos")]
    [InlineData("(4 Jahre 3 Monate)")]
    [InlineData("2 ans et 1 mois")]
    [InlineData("3 años 2 meses")]
    [InlineData("10 miesięcy")]
    public void IsDuration_OfWhatOnlyCounts_IsTrue(string text) => DurationParser.IsDuration(text).Should().BeTrue();

    [Theory]
    [InlineData("4 years of experience in nursing")]
    [InlineData("3 months in Peru")]
    [InlineData("2019")]
    [InlineData("12 mosaics")]
    public void IsDuration_OfWhatSaysMore_IsFalse(string text) => DurationParser.IsDuration(text).Should().BeFalse();

    [Fact]
    public void Remove_BracketsBehindDates_LeavesTheRest() =>
        DurationParser.Remove("January 2020 - Present (4 years 3 months) Leeds").Should().Be("January 2020 - Present Leeds");
}
