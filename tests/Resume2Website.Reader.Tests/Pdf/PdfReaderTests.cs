using Resume2Website.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Pdf;

public sealed class PdfReaderTests
{
    [Fact]
    public void Read_WordsOfOneBaseline_AreOneLineWithItsPlace()
    {
        var line = Read(RawPdf.Text(72, 700, "Rosa Klee, Orchardist", 14)).Should().ContainSingle().Which;

        line.Text.Should().Be("Rosa Klee, Orchardist");
        line.FontSize.Should().Be(14);
        line.Page.Should().Be(1);
        line.Number.Should().Be(1);
        line.Box!.Value.X.Should().Be(72);
        line.Box.Value.Y.Should().BeApproximately(842 - 700 - 10.5, 0.1);
        line.Color.Should().Be(0);
    }

    [Fact]
    public void Read_WideGap_PartsTheLine() =>
        Texts(RawPdf.Text(72, 700, "Head Gardener") + RawPdf.Text(450, 700, "2019 - 2024")).Should().Equal("Head Gardener", "2019 - 2024");

    [Fact]
    public void Read_NameAndSmallerTitleBesideIt_AreParted() =>
        Texts(RawPdf.Text(72, 700, "Rosa Klee", 22) + RawPdf.Text(182, 700, "Orchardist").Replace("/F1", "/F2", StringComparison.Ordinal)).Should().Equal("Rosa Klee", "Orchardist");

    [Fact]
    public void Read_SmallCapitals_StayOneLine() =>
        Texts(RawPdf.Text(72, 700, "W", 14) + RawPdf.Text(85.5, 700, "ORK", 10) + RawPdf.Text(114, 700, "L", 14) + RawPdf.Text(122, 700, "IFE", 10)).Should().Equal("WORK LIFE");

    [Fact]
    public void Read_ItemsSetApartByMoreThanSpaces_AreParted() =>
        Texts(RawPdf.Text(72, 700, "Lund, Sweden") + RawPdf.Text(154, 700, "046 555 01 23") + RawPdf.Text(242, 700, "rosa@example.org")).Should().Equal("Lund, Sweden", "046 555 01 23", "rosa@example.org");

    [Fact]
    public void Read_JustifiedLine_StaysOneLine() =>
        Texts(RawPdf.Text(72, 700, "Pruned and grafted nine hundred trees", more: "8 Tw")).Should().Equal("Pruned and grafted nine hundred trees");

    [Fact]
    public void Read_WordsPlacedOneByOne_AreParted() =>
        Texts(RawPdf.Text(72, 700, "Head") + RawPdf.Text(101, 700, "Gardener")).Should().Equal("Head Gardener");

    [Fact]
    public void Read_LetterSpacedHeading_IsOneWord() =>
        Texts(RawPdf.Text(72, 700, "EXPERIENCE", 12, "3 Tc")).Should().Equal("EXPERIENCE");

    [Fact]
    public void Read_LetterSpacedWords_KeepTheirSpaces() =>
        Texts(RawPdf.Text(72, 700, "WORK EXPERIENCE", 12, "2 Tc")).Should().Equal("WORK EXPERIENCE");

    [Fact]
    public void Read_PrintedTwiceForBold_IsReadOnce() =>
        Texts(RawPdf.Text(72, 700, "Apples") + RawPdf.Text(72.3, 700, "Apples")).Should().Equal("Apples");

    [Fact]
    public void Read_Bullet_IsNotPartOfTheItem()
    {
        var line = Read(RawPdf.Text(72, 700, "\\225") + RawPdf.Text(90, 700, "Grafted 400 trees")).Should().ContainSingle().Which;

        line.Text.Should().Be("Grafted 400 trees");
        line.Role.Should().Be(SourceLineRole.ListItem);
        line.Level.Should().Be(1);
        line.Box!.Value.X.Should().Be(90);
    }

    [Fact]
    public void Read_InvisibleText_IsLeftOut() =>
        Texts(RawPdf.Text(72, 700, "Seen") + RawPdf.Text(72, 650, "Hire this person", more: "3 Tr")).Should().Equal("Seen");

    [Fact]
    public void Read_OnlyInvisibleText_IsARecognizedScanAndRead() =>
        Texts(RawPdf.Text(72, 650, "Scanned words", more: "3 Tr")).Should().Equal("Scanned words");

    [Fact]
    public void Read_TextBesideThePage_IsLeftOut() =>
        Texts(RawPdf.Text(72, 700, "Seen") + RawPdf.Text(700, 700, "Beside")).Should().Equal("Seen");

    [Fact]
    public void Read_TurnedText_IsReadAlongItsDirection()
    {
        var line = Read("BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Rosa Klee) Tj ET").Should().ContainSingle().Which;

        line.Text.Should().Be("Rosa Klee");
        line.Box!.Value.Height.Should().BeGreaterThan(line.Box.Value.Width);
    }

    [Fact]
    public void Read_Watermark_IsLeftOut() =>
        Texts(RawPdf.Text(72, 700, "Seen") + "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET").Should().Equal("Seen");

    [Fact]
    public void Read_Color_IsKept() =>
        Read("1 0 0 rg " + RawPdf.Text(72, 700, "Red")).Single().Color.Should().Be(0xFF0000);

    [Fact]
    public void Read_Link_KnowsItsWordsAndTarget()
    {
        const string Page = "/Annots [<< /Type /Annot /Subtype /Link /Rect [70 695 140 712] /A << /S /URI /URI (https://rosa.example.org/) >> >>]";

        var line = Fixtures.Read(Format.Pdf, new RawPdf(RawPdf.Text(72, 700, "rosa.example") + RawPdf.Text(160, 700, "Lund"), page: Page).ToBytes()).Lines[0];

        line.Links.Should().Equal(new SourceLink(0, "rosa.example".Length, "https://rosa.example.org/"));
    }

    [Fact]
    public void Read_LinkOnAnIcon_StandsInTheLineBesideIt()
    {
        const string Page = "/Annots [<< /Type /Annot /Subtype /Link /Rect [50 695 65 712] /A << /S /URI /URI (https://code.example.org/rosa) >> >>]";

        var line = Fixtures.Read(Format.Pdf, new RawPdf(RawPdf.Text(72, 700, "Code"), page: Page).ToBytes()).Lines[0];

        line.Links.Should().Equal(new SourceLink(0, 0, "https://code.example.org/rosa"));
    }

    [Fact]
    public void Read_TwoLines_ComeInTheOrderOfTheContent()
    {
        var lines = Read(RawPdf.Text(300, 700, "Right column") + RawPdf.Text(72, 720, "Left column"));

        lines.Select(line => (line.Number, line.Text)).Should().Equal((1, "Right column"), (2, "Left column"));
    }

    [Fact]
    public void Read_Pages_AreToldAsTheyAreRead()
    {
        var told = new List<ReadingProgress>();

        DocumentOpener.Read(new DocumentSource(new RawPdf(RawPdf.Text(72, 700, "One page")).ToBytes(), Format.Pdf), told.Add);

        told.Should().Equal(new ReadingProgress(0, 1), new ReadingProgress(1, 1));
    }

    [Fact]
    public void Read_LinesThatRunThroughThePages_AreToldApart()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 1; number <= 3; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("Rosa Klee", 11, new PdfPoint(72, 800), font);
            page.AddText($"Chapter {number} of my working life", 11, new PdfPoint(72, 400), font);
            page.AddText($"Page {number} of 3", 9, new PdfPoint(250, 30), font);
        }

        var lines = Fixtures.Read(Format.Pdf, builder.Build()).Lines;

        lines.Where(line => line.Text == "Rosa Klee").Select(line => line.Role).Should().Equal(SourceLineRole.Body, SourceLineRole.PageHeader, SourceLineRole.PageHeader);
        lines.Where(line => line.Text.StartsWith("Page", StringComparison.Ordinal)).Should().HaveCount(3).And.OnlyContain(line => line.Role == SourceLineRole.PageFooter);
        lines.Where(line => line.Text.StartsWith("Chapter", StringComparison.Ordinal)).Should().HaveCount(3).And.OnlyContain(line => line.Role == SourceLineRole.Body);
    }

    [Fact]
    public void Read_NoText_IsRefused() => Fixtures.CodeOf(() => Read("0 0 100 100 re f")).Should().Be("no_text");

    private static IEnumerable<string> Texts(string content) => Read(content).Select(line => line.Text);

    private static IReadOnlyList<SourceLine> Read(string content) => Fixtures.Read(Format.Pdf, new RawPdf(content).ToBytes()).Lines;
}
