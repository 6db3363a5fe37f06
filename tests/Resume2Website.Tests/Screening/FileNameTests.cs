using System.Globalization;
using System.Text;
using CsCheck;
using Resume2Website.Screening;

namespace Resume2Website.Tests.Screening;

public sealed class FileNameTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Lebenslauf Rosa Klee.pdf", "Lebenslauf Rosa Klee.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\rosa\cv.pdf", "cv.pdf")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.exe")]
    [InlineData("re\u0301sume\u0301.pdf", "r\u00E9sum\u00E9.pdf")]
    [InlineData("a\0b\r\nc.pdf", "ab  c.pdf")]
    [InlineData("...", "")]
    public void Clean_Name_IsSafeToShow(string? name, string expected) => FileName.Clean(name).Should().Be(expected);

    [Fact]
    public void Clean_LongName_KeepsItsEnding()
    {
        var clean = FileName.Clean(new string('a', 300) + ".pdf");

        clean.Should().HaveLength(FileName.MaxLength).And.EndWith("a.pdf");
    }

    [Fact]
    public void Clean_AnyText_IsPlainAndShort() =>
        Gen.String.Sample(name =>
        {
            var clean = FileName.Clean(name);
            return clean.Length <= FileName.MaxLength && clean.IsNormalized()
                && clean.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                && !clean.Contains('/', StringComparison.Ordinal) && !clean.Contains('\\', StringComparison.Ordinal);
        });
}
