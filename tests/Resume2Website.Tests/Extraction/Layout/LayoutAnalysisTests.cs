using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Layout;

public sealed class LayoutAnalysisTests
{
    [Fact]
    public void Analyze_TwoColumns_ReadsOneAfterTheOther()
    {
        var sheet = new Sheet();
        for (var i = 0; i < 8; i++)
        {
            sheet.Line(40, 100 + (i * 14), $"• Left line number {i} says rather more than that {new string('x', 3 * (i % 4))}");
            sheet.Line(340, 100 + (i * 14), $"• Right line number {i} has {new string('y', 3 * (i % 4))}");
        }

        Texts(sheet).Should().HaveCount(16).And.StartWith("Left line number 0 says rather more than that");
        Texts(sheet).Skip(8).Should().OnlyContain(text => text.StartsWith("Right", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyze_DatesAtTheRightEdge_ComeBackToTheirLine()
    {
        var sheet = new Sheet();
        for (var i = 0; i < 4; i++)
        {
            sheet.Line(40, 100 + (i * 40), $"Head Gardener {i}", bold: true).Line(460, 100 + (i * 40), $"201{i} – 201{i + 1}");
            sheet.Line(40, 114 + (i * 40), $"Orchard House {i}, Kent");
        }

        Texts(sheet)[0].Should().Be("Head Gardener 0\t2010 – 2011");
        Texts(sheet).Should().HaveCount(8);
    }

    [Fact]
    public void Analyze_WrappedParagraph_IsOneLine()
    {
        var sheet = new Sheet()
            .Line(40, 100, "Gardener who has kept three orchards and one walled garden for fifteen years in all wea-")
            .Line(40, 113, "thers and likes to teach.")
            .Line(40, 160, "Orchards");

        Texts(sheet)[0].Should().EndWith("in all weathers and likes to teach.");
    }

    [Fact]
    public void Analyze_AddressBrokenInANarrowColumn_IsWhole()
    {
        var sheet = new Sheet()
            .Line(40, 100, "linkedin.com/in/beatrix-", size: 9)
            .Line(40, 112, "oakenshaw", size: 9)
            .Line(40, 130, "Bristol, Somerset", size: 9);

        Texts(sheet)[0].Should().Be("linkedin.com/in/beatrix-oakenshaw");
    }

    [Fact]
    public void Analyze_PageNumbersAndRepeatedHeaders_AreDropped()
    {
        var document = new Sheet()
            .Line(40, 20, "Beatrix Oakenshaw").Line(40, 400, "First page says this").Line(280, 820, "Page 1 of 2")
            .NextPage()
            .Line(40, 20, "Beatrix Oakenshaw").Line(40, 400, "Second page says that").Line(280, 820, "Page 2 of 2").Build();

        LayoutAnalysis.Analyze(document).Lines.Select(line => line.Text).Should().Equal("Beatrix Oakenshaw", "First page says this", "Second page says that");
    }

    [Theory]
    [InlineData("E D U C A T I O N", "EDUCATION")]
    [InlineData("• Pruned four hundred trees", "Pruned four hundred trees")]
    [InlineData("--- Skills ---", "Skills")]
    public void Analyze_Ornament_IsTakenOff(string printed, string text) =>
        Texts(new Sheet().Line(40, 300, printed)).Should().Equal(text);

    [Fact]
    public void Analyze_PrintedTargetOfALink_IsTakenOff() =>
        Texts(new Sheet().Line(40, 300, "GitHub (https://github.com/example)", link: "https://github.com/example")).Should().Equal("GitHub");

    [Fact]
    public void Analyze_IndentedLines_AreListItems()
    {
        var document = new Sheet()
            .Line(40, 100, "Head Gardener, Orchard House", bold: true)
            .Line(52, 114, "Pruned four hundred trees a year")
            .Line(52, 128, "Taught six apprentices").Build();

        LayoutAnalysis.Analyze(document).Lines.Select(line => line.IsBullet).Should().Equal(false, true, true);
    }

    [Fact]
    public void Analyze_ShortTableCells_StandBesideEachOther()
    {
        SourceLine Cell(int number, int column, string text) => new() { Page = 1, Number = number, Text = text, Block = number, Cell = new SourceCell(1, 1, column) };
        var document = new SourceDocument { Format = DocumentFormat.Docx, Pages = [new SourcePage(1)], Lines = [Cell(1, 1, "2015 – 2018"), Cell(2, 2, "Head Gardener")] };

        LayoutAnalysis.Analyze(document).Lines.Should().ContainSingle().Which.Text.Should().Be("2015 – 2018\tHead Gardener");
    }

    private static List<string> Texts(Sheet sheet) => [.. LayoutAnalysis.Analyze(sheet.Build()).Lines.Select(line => line.Text)];
}
