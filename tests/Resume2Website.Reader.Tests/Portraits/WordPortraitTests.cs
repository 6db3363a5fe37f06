using Resume2Website.Documents;
using Resume2Website.Reader.Tests.Word;
using SkiaSharp;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Portraits;

public sealed class WordPortraitTests
{
    private const string Pictures = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    [Fact]
    public void Read_InlinePhoto_IsThePortrait()
    {
        var portrait = Portrait(Document(Paragraph(Drawing(100, 130))));

        portrait.Should().NotBeNull();
        portrait!.Page.Should().Be(1);
        portrait.Box.Should().BeNull();
        PlainJpeg.IsOne(portrait.Jpeg.Span).Should().BeTrue();
        Seen(portrait).Should().Be((300, 390, "blue", "green"));
    }

    [Fact]
    public void Read_CroppedPhoto_ShowsOnlyWhatWasLeftOfIt()
    {
        // The right 55 % are cropped away, and with them the green wall.
        var portrait = Portrait(Document(Paragraph(Drawing(96, 130, crop: "<a:srcRect r=\"55000\"/>")), Face.Jpeg(640, 390)));

        Seen(portrait!).Should().Be((288, 390, "blue", "blue"));
    }

    [Fact]
    public void Read_TurnedPhoto_IsSeenAsItStands()
    {
        var portrait = Portrait(Document(Paragraph(Drawing(130, 100, rotation: 16_200_000)), Face.Jpeg(390, 300)));

        using var picture = SKBitmap.Decode(portrait!.Jpeg.ToArray());
        (picture.Width, picture.Height).Should().Be((300, 390));
        // Three quarters clockwise: what was on the right comes to stand above.
        Drawings.NameOf(picture.GetPixel(20, 20)).Should().Be("green");
        Drawings.NameOf(picture.GetPixel(20, 370)).Should().Be("blue");
    }

    [Fact]
    public void Read_PhotoInATextBox_IsThePortrait()
    {
        var box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:extent cx=\"3000000\" cy=\"3000000\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent>"
            + Paragraph(Drawing(100, 130)) + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>";

        Portrait(Document(box)).Should().NotBeNull();
    }

    [Fact]
    public void Read_PhotoThatFillsAShape_IsCutToTheShape()
    {
        var shape = "<w:p><w:r><w:drawing><wp:anchor><wp:extent cx=\"1270000\" cy=\"1270000\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:spPr>"
            + "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1270000\" cy=\"1270000\"/></a:xfrm><a:blipFill><a:blip r:embed=\"pic\"/><a:stretch><a:fillRect b=\"-30000\"/></a:stretch></a:blipFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>";

        var portrait = Portrait(Document(shape));

        using var picture = SKBitmap.Decode(portrait!.Jpeg.ToArray());
        (picture.Width, picture.Height).Should().Be((300, 300));
    }

    [Theory]
    [InlineData("<w:p><w:del w:id=\"1\" w:author=\"x\"><w:r>{0}</w:r></w:del></w:p>", "deleted")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr>{0}</w:r></w:p>", "hidden")]
    public void Read_PhotoThatNobodySees_IsNone(string paragraph, string why) =>
        Portrait(Document(string.Format(null, paragraph, Drawing(100, 130)))).Should().BeNull("it is {0}", why);

    [Fact]
    public void Read_LogoAlone_IsNone() => Portrait(Document(Paragraph(Drawing(100, 130)), Drawings.Jpeg("logo"))).Should().BeNull();

    [Fact]
    public void Read_PhotoOnALaterPage_IsNone() =>
        Portrait(Document(RawDocx.Paragraph(string.Concat(Enumerable.Repeat("Apples and pears. ", 300))) + Paragraph(Drawing(100, 130)))).Should().BeNull();

    [Theory]
    [InlineData("cut short")]
    [InlineData("huge")]
    [InlineData("no picture")]
    public void Read_HostilePicture_IsNoneAndTheTextIsRead(string what)
    {
        var face = Face.Jpeg();
        var bytes = what switch { "cut short" => face[..(face.Length / 2)], "huge" => Hostile.Resized(face, 60_000, 60_000), _ => "EMF"u8.ToArray() };

        var document = Fixtures.Read(Format.Docx, Document(Paragraph(Drawing(100, 130)), bytes));

        document.Portrait.Should().BeNull();
        document.Lines.Select(line => line.Text).Should().Equal("Ada Example");
    }

    private static SourcePortrait? Portrait(byte[] docx) => Fixtures.Read(Format.Docx, docx).Portrait;

    private static byte[] Document(string body, byte[]? picture = null) =>
        new RawDocx(RawDocx.Paragraph("Ada Example") + body).With("pic", "image", "media/image1.jpeg", "image/jpeg", picture ?? Face.Jpeg()).ToBytes();

    private static string Paragraph(string drawing) => $"<w:p><w:r>{drawing}</w:r></w:p>";

    private static string Drawing(int width, int height, string crop = "", int rotation = 0)
    {
        var (cx, cy) = (width * 12_700, height * 12_700);
        return $"<w:drawing><wp:inline><wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:docPr id=\"1\" name=\"Picture\"/><a:graphic><a:graphicData uri=\"{Pictures}\"><pic:pic xmlns:pic=\"{Pictures}\">"
            + $"<pic:blipFill><a:blip r:embed=\"pic\"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm rot=\"{rotation}\"><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm></pic:spPr>"
            + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
    }

    private static (int Width, int Height, string Left, string Right) Seen(SourcePortrait portrait)
    {
        using var picture = SKBitmap.Decode(portrait.Jpeg.ToArray());
        return (picture.Width, picture.Height, Drawings.NameOf(picture.GetPixel(10, 10)), Drawings.NameOf(picture.GetPixel(picture.Width - 10, 10)));
    }
}
