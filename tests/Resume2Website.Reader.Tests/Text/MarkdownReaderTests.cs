using System.Text;
using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Text;

public sealed class MarkdownReaderTests
{
    [Theory]
    [InlineData("## Work ##", "Work", SourceLineRole.Heading, 2)]
    [InlineData("Rosa Klee\n=========", "Rosa Klee", SourceLineRole.Heading, 1)]
    [InlineData("Work\n---", "Work", SourceLineRole.Heading, 2)]
    [InlineData("- Grafted trees", "Grafted trees", SourceLineRole.ListItem, 1)]
    [InlineData("  * In frost", "In frost", SourceLineRole.ListItem, 2)]
    [InlineData("1. First", "First", SourceLineRole.ListItem, 1)]
    [InlineData("> Quoted", "Quoted", SourceLineRole.Body, 0)]
    [InlineData("C\\# and snake_case_names", "C# and snake_case_names", SourceLineRole.Body, 0)]
    [InlineData("5 * 3 * 2 and `code *here*`", "5 * 3 * 2 and code *here*", SourceLineRole.Body, 0)]
    [InlineData("![me](photo.png) Rosa<br/>Klee <!-- note -->", "Rosa Klee", SourceLineRole.Body, 0)]
    [InlineData("---\ntitle: CV\n---\nRosa", "Rosa", SourceLineRole.Body, 0)]
    public void Read_Line_LosesItsMarks(string markdown, string text, SourceLineRole role, int level)
    {
        var line = Read(markdown).Should().ContainSingle().Which;

        (line.Text, line.Role, line.Level).Should().Be((text, role, level));
    }

    [Fact]
    public void Read_Emphasis_IsTold()
    {
        Read("**Head gardener**").Single().Should().BeEquivalentTo(new { Text = "Head gardener", Bold = true, Italic = false });
        Read("_2019 – today_").Single().Should().BeEquivalentTo(new { Text = "2019 – today", Bold = false, Italic = true });
        Read("***Both*** x").Single().Should().BeEquivalentTo(new { Text = "Both x", Bold = true, Italic = true });
    }

    [Fact]
    public void Read_Links_KnowTheirPlaces()
    {
        var line = Read("Lund · [rosa@example.org](mailto:rosa@example.org) · [**site**](https://rosa.example.org/a_(b)) · <https://x.example.org>").Single();

        line.Text.Should().Be("Lund · rosa@example.org · site · https://x.example.org");
        line.Links.Should().Equal(
            new SourceLink(7, 16, "mailto:rosa@example.org"),
            new SourceLink(26, 4, "https://rosa.example.org/a_(b)"),
            new SourceLink(33, 21, "https://x.example.org"));
    }

    [Fact]
    public void Read_Table_GivesCells() =>
        Read("| Phone | 555 |\n|---|---|\n| Town | Lund |").Select(line => (line.Text, line.Cell)).Should().Equal(
            ("Phone", new SourceCell(1, 1, 1)), ("555", new SourceCell(1, 1, 2)), ("Town", new SourceCell(1, 2, 1)), ("Lund", new SourceCell(1, 2, 2)));

    private static IReadOnlyList<SourceLine> Read(string text) => Fixtures.Read(Format.Markdown, Encoding.UTF8.GetBytes(text)).Lines;
}
