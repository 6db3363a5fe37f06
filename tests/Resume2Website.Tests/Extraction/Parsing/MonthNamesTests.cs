using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Tests.Extraction.Parsing;

public sealed class MonthNamesTests
{
    /// <summary>The pattern is written out beside the rows: whoever adds a form to one adds it to the other.</summary>
    [Fact]
    public void Pattern_HoldsEveryFormOnce_LongestFirst() =>
        MonthNames.Pattern.Split('|').Should().Equal(MonthNames.Forms.OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal));
}
