using System.Globalization;
using System.Text;
using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Pdf;

/// <summary>Letters that are not what they seem: odd fonts, ligatures, hyphens, other directions, words that nobody is meant to see.</summary>
public sealed class PdfLetterTests
{
    [Fact]
    public void Read_Sidebars_AreLinesOfTheirOwnInBothDirections() =>
        Texts(new RawPdf(RawPdf.Text(120, 700, "Head Gardener") + "BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Rosa Klee) Tj ET BT /F1 12 Tf 0 1 -1 0 60 300 Tm (Orchardist in Lund) Tj ET BT /F1 12 Tf 0 -1 1 0 560 600 Tm (Page one) Tj ET"))
            .Should().BeEquivalentTo("Head Gardener", "Rosa Klee", "Orchardist in Lund", "Page one");

    [Fact]
    public void Read_TurnedPage_IsReadAsItIsShown()
    {
        var lines = Read(new RawPdf("BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Rosa Klee) Tj ET BT /F1 12 Tf 0 1 -1 0 130 72 Tm (Orchardist) Tj ET", page: "/Rotate 90"));

        lines.Select(line => line.Text).Should().Equal("Rosa Klee", "Orchardist");
        lines[0].Box!.Value.Width.Should().BeGreaterThan(lines[0].Box!.Value.Height);
        lines[0].Box!.Value.Y.Should().BeLessThan(lines[1].Box!.Value.Y);
    }

    [Fact]
    public void Read_FontOfDrawings_IsReadByItsMap()
    {
        // A Type 3 font whose glyphs are procedures and whose units are pixels, as LaTeX's bitmap fonts are.
        const string Content = "BT /T3 1 Tf 12 0 0 12 72 700 Tm <010203> Tj ET BT /T3 12 Tf 1 0 0 1 72 650 Tm <010203> Tj ET";
        var pdf = new RawPdf(Content, fonts: "/T3 7 0 R");
        pdf.Add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 50] /FontMatrix [0.02 0 0 0.02 0 0] /CharProcs << /a 8 0 R /b 8 0 R /c 8 0 R >> /Encoding << /Type /Encoding /Differences [1 /a /b /c] >> "
            + "/FirstChar 1 /LastChar 3 /Widths [30 30 30] /ToUnicode 9 0 R /Resources << >> >>");
        pdf.AddStream("", "30 0 0 0 30 40 d1 0 0 28 40 re f"u8.ToArray());
        pdf.AddStream("", CMap([(1, "A"), (2, "d"), (3, "a")], "X2"));

        Texts(pdf).Should().Equal("Ada", "Ada");
    }

    [Fact]
    public void Read_Ligatures_BecomeLetters()
    {
        var pdf = new RawPdf("BT /L 12 Tf 1 0 0 1 72 700 Tm (o\\001ce, \\002rst, pro\\002le, \\003our, e\\004ort) Tj ET", fonts: "/L 7 0 R");
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /ffi /fi /fl /ff] >> >>");

        Texts(pdf).Should().Equal("office, first, profile, flour, effort");
    }

    [Fact]
    public void Read_SoftHyphens_ShowOnlyWhereALineEnds() =>
        Texts(Set("Baum\u00ADpflege und Ent\u00AD")).Should().Equal("Baumpflege und Ent-");

    [Fact]
    public void Read_Hebrew_IsInTheOrderOfReading() =>
        Texts(Mapped("\u05D0\u05D9\u05DC\u05E0\u05D4 \u05DB\u05D4\u05DF (\u05D0\u05D2\u05E8\u05D5\u05E0\u05D5\u05DE\u05D9\u05EA)")).Should().Equal("אילנה כהן (אגרונומית)");

    [Fact]
    public void Read_NumbersAndLatinWordsInHebrew_AreReadFromTheLeft() =>
        Texts(Mapped("\u05DE\u05E0\u05D4\u05DC\u05EA 2019-2024 \u05D1\u05D7\u05D1\u05E8\u05EA Lund AB")).Should().Equal("מנהלת 2019-2024 בחברת Lund AB");

    [Fact]
    public void Read_HebrewWordInALatinLine_IsTurnedAlone() =>
        Texts(Mapped("Ilana Cohen / \u05D0\u05D9\u05DC\u05E0\u05D4 \u05DB\u05D4\u05DF", isFromLeft: true)).Should().Equal("Ilana Cohen / אילנה כהן");

    [Fact]
    public void Read_ArabicInItsShapes_BecomesLettersInTheOrderOfReading()
    {
        // "Salam" as it stands on paper: final meem, the ligature of lam and alef, initial seen.
        var pdf = Set("\uFEE1\uFEFC\uFEB3");

        Texts(pdf).Should().Equal("سلام");
    }

    [Theory]
    [InlineData("1 1 1 rg")]
    [InlineData("0.99 0.99 0.99 rg")]
    [InlineData("0 0 0 0 k")]
    [InlineData("1 g")]
    public void Read_WhiteOnPaper_IsLeftOut(string white) =>
        Texts(new RawPdf("0 g " + RawPdf.Text(72, 700, "Gardener") + white + " " + RawPdf.Text(72, 650, "Kubernetes, Rust, Haskell"))).Should().Equal("Gardener");

    [Theory]
    [InlineData("0 0 0.4 rg 50 640 300 40 re f")]
    [InlineData("0 0 0.4 RG 40 w 50 655 m 400 655 l S")]
    [InlineData("q 300 0 0 40 50 640 cm /I Do Q")]
    [InlineData("q 50 640 300 40 re W n /S sh Q")]
    public void Read_WhiteOnSomething_IsADesign(string ground)
    {
        var pdf = new RawPdf("0 g " + RawPdf.Text(72, 700, "Gardener") + ground + " 1 g " + RawPdf.Text(72, 650, "Rosa Klee"), resources: "/XObject << /I 7 0 R >> /Shading << /S 8 0 R >>");
        pdf.AddStream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [40]);
        pdf.Add("<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.3] /N 1 >> >>");

        Texts(pdf).Should().BeEquivalentTo("Gardener", "Rosa Klee");
    }

    [Fact]
    public void Read_NothingButWhite_IsReadAllTheSame() =>
        Texts(new RawPdf("1 g " + RawPdf.Text(72, 700, "Rosa Klee"))).Should().Equal("Rosa Klee");

    [Fact]
    public void Read_TextTooSmallToSee_IsLeftOut() =>
        Texts(new RawPdf(RawPdf.Text(72, 700, "Gardener") + RawPdf.Text(72, 650, "Kubernetes", 1))).Should().Equal("Gardener");

    [Fact]
    public void Read_TextOutsideOfTheCrop_IsLeftOut() =>
        Texts(new RawPdf(RawPdf.Text(72, 700, "Gardener") + RawPdf.Text(72, 20, "Kubernetes"), page: "/CropBox [0 100 595 842]")).Should().Equal("Gardener");

    /// <summary>A line of Hebrew, as it stands on paper.</summary>
    private static RawPdf Mapped(string text, bool isFromLeft = false) => Set(OnPaper(text, isFromLeft));

    /// <summary>A line set in a font whose codes mean nothing but by its map.</summary>
    private static RawPdf Set(string shown)
    {
        var letters = shown.Distinct().ToList();
        var codes = string.Concat(shown.Select(letter => (letters.IndexOf(letter) + 33).ToString("X4", CultureInfo.InvariantCulture)));
        var pdf = new RawPdf($"BT /U 12 Tf 1 0 0 1 72 700 Tm <{codes}> Tj ET", fonts: "/U 7 0 R");
        pdf.Add("<< /Type /Font /Subtype /Type0 /BaseFont /Mapped /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 10 0 R >>");
        pdf.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mapped /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R /DW 500 /W [33 [{string.Join(' ', letters.Select(letter => letter == ' ' ? 278 : letter == '\u00AD' ? 0 : 500))}]] >>");
        pdf.Add("<< /Type /FontDescriptor /FontName /Mapped /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        pdf.AddStream("", CMap([.. letters.Select((letter, index) => (index + 33, letter.ToString()))], "X4"));
        return pdf;
    }

    /// <summary>How a line of these tests stands on paper: words in turned order, Hebrew ones turned and brackets mirrored.</summary>
    private static string OnPaper(string text, bool isFromLeft)
    {
        static string Turned(string word) => string.Concat(word.Reverse().Select(letter => letter switch { '(' => ')', ')' => '(', _ => letter }));
        if (isFromLeft) return text[..14] + Turned(text[14..]);
        var pieces = System.Text.RegularExpressions.Regex.Split(text, @"([A-Z][A-Za-z ]+[A-Za-z]|[0-9][0-9-]*)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return string.Concat(pieces.Reverse().Select(piece => piece.Length > 0 && piece[0] < 128 && char.IsAsciiLetterOrDigit(piece[0]) ? piece : Turned(piece)));
    }

    private static byte[] CMap((int Code, string Text)[] letters, string width) => Encoding.ASCII.GetBytes(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange " + $"<{0.ToString(width, CultureInfo.InvariantCulture)}> <{(width == "X2" ? "FF" : "FFFF")}> endcodespacerange "
        + $"{letters.Length} beginbfchar {string.Concat(letters.Select(letter => $"<{letter.Code.ToString(width, CultureInfo.InvariantCulture)}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.Text))}> "))}endbfchar endcmap CMapName currentdict /CMap defineresource pop end end");

    private static IEnumerable<string> Texts(RawPdf pdf) => Read(pdf).Select(line => line.Text);

    private static IReadOnlyList<SourceLine> Read(RawPdf pdf) => Fixtures.Read(Format.Pdf, pdf.ToBytes()).Lines;
}
