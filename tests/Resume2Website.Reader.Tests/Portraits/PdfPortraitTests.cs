using System.Globalization;
using System.IO.Compression;
using Resume2Website.Documents;
using Resume2Website.Reader.Tests.Pdf;
using SkiaSharp;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Portraits;

public sealed class PdfPortraitTests
{
    private const string Upright = "100 0 0 130 420 660 cm /Im1 Do";

    [Fact]
    public void Read_PhotoOnTheFirstPage_IsThePortrait()
    {
        var portrait = Portrait(Cv(Jpeg(Face.Jpeg()), Upright));

        portrait.Should().NotBeNull();
        portrait!.Page.Should().Be(1);
        portrait.Box.Should().Be(new SourceBox(420, 52, 100, 130));
        PlainJpeg.IsOne(portrait.Jpeg.Span).Should().BeTrue();
        Seen(portrait).Should().Be((300, 390, "blue", "green"));
    }

    [Theory]
    [InlineData(900, 1170, 512, 666)]
    [InlineData(2000, 2000, 512, 512)]
    public void Read_LargePhoto_IsMadeSmaller(int width, int height, int ownWidth, int ownHeight)
    {
        var portrait = Portrait(Cv(Jpeg(Face.Jpeg(width, height), width, height), string.Create(CultureInfo.InvariantCulture, $"100 0 0 {100.0 * height / width} 420 660 cm /Im1 Do")));

        portrait!.Jpeg.Length.Should().BeLessThanOrEqualTo(80 << 10);
        var (seenWidth, seenHeight, _, _) = Seen(portrait);
        (seenWidth, seenHeight).Should().Be((ownWidth, ownHeight));
    }

    [Theory]
    [InlineData("light", false)]
    [InlineData("brown", false)]
    [InlineData("dark", false)]
    [InlineData("light", true)]
    public void Read_EveryComplexion_IsAPortrait(string tone, bool isGray)
    {
        SKColor skin = tone switch { "light" => new(236, 190, 165), "brown" => new(165, 110, 80), _ => new(110, 70, 50) };

        Portrait(Cv(Jpeg(Face.Jpeg(isGray: isGray, skin: skin)), Upright)).Should().NotBeNull();
    }

    [Fact]
    public void Read_SamplesOfRgb_AreDecoded() => Seen(Portrait(Cv(Samples(), Upright))!).Should().Be((300, 390, "blue", "green"));

    [Theory]
    [InlineData("0 130 -100 0 520 660 cm /Im1 Do", "turned", "blue", "blue")]
    [InlineData("-100 0 0 130 520 660 cm /Im1 Do", "mirrored", "green", "blue")]
    [InlineData("-100 0 0 -130 520 790 cm /Im1 Do", "upside down", "green", "blue")]
    public void Read_TurnedPicture_IsSeenAsItStandsOnThePage(string drawing, string what, string left, string right)
    {
        var face = Face.Jpeg(390, 300);

        var portrait = Portrait(Cv(what == "turned" ? Jpeg(face, 390, 300) : Jpeg(Face.Jpeg()), drawing));

        portrait!.Box.Should().Be(new SourceBox(420, 52, 100, 130));
        var seen = Seen(portrait);
        // Turned to the left, what was on the right comes to stand above, and what was on the left below.
        if (what == "turned") (seen.Width, seen.Height, Colour(portrait, 0.1, 0.05), Colour(portrait, 0.1, 0.95)).Should().Be((300, 390, "green", "blue"));
        else seen.Should().Be((300, 390, left, right));
    }

    [Fact]
    public void Read_ClippedPicture_ShowsOnlyWhatWasLeftOfIt()
    {
        // The right half of a wide photo is clipped away, with the green wall.
        var portrait = Portrait(Cv(Jpeg(Face.Jpeg(600, 390), 600, 390), "420 660 100 130 re W n 200 0 0 130 370 660 cm /Im1 Do"));

        portrait!.Box.Should().Be(new SourceBox(420, 52, 100, 130));
        Seen(portrait).Width.Should().Be(300);
        var other = Portrait(Cv(Jpeg(Face.Jpeg(600, 390), 600, 390), "420 670 66 110 re W n 130 0 0 130 420 650 cm /Im1 Do"));
        Seen(other!).Right.Should().Be("blue", "the green half is cut off");
    }

    [Fact]
    public void Read_SoftMask_IsLaidOnWhite()
    {
        var round = Round();
        var portrait = Portrait(Cv(Samples(" /SMask 8 0 R"), Upright, ("/Type /XObject /Subtype /Image /Width 100 /Height 130 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", Deflated(round))));

        Colour(portrait!, 0.01, 0.01).Should().Be("white");
        Colour(portrait!, 0.12, 0.5).Should().Be("blue");
    }

    [Fact]
    public void Read_StencilMask_HidesWhatItMasksOut()
    {
        // A bit of 1 masks out (ISO 32000-1, 8.9.6.3): the upper half of the rows.
        var bits = new byte[13 * 130];
        Array.Fill(bits, (byte)0xFF, 0, 13 * 20);
        var portrait = Portrait(Cv(Samples(" /Mask 8 0 R"), Upright, ("/Type /XObject /Subtype /Image /ImageMask true /Width 100 /Height 130 /BitsPerComponent 1 /Filter /FlateDecode", Deflated(bits))));

        Colour(portrait!, 0.05, 0.05).Should().Be("white");
        Colour(portrait!, 0.05, 0.5).Should().Be("blue");
    }

    [Fact]
    public void Read_PhotoWithItsPlace_LosesIt()
    {
        var photo = Face.JpegWithPlace();
        photo.AsSpan().IndexOf("GPS-OF-HOME"u8).Should().BePositive();

        var portrait = Portrait(Cv(Jpeg(photo), Upright));

        portrait!.Jpeg.Span.IndexOf("GPS-OF-HOME"u8).Should().Be(-1);
        portrait.Jpeg.Span.IndexOf("Exif"u8).Should().Be(-1);
        PlainJpeg.IsOne(portrait.Jpeg.Span).Should().BeTrue();
    }

    [Theory]
    [InlineData("logo")]
    [InlineData("flag")]
    [InlineData("code")]
    [InlineData("chart")]
    [InlineData("landscape")]
    [InlineData("signature")]
    public void Read_PictureOfSomethingElse_IsNone(string what) =>
        Portrait(Cv(Jpeg(Drawings.Jpeg(what)), Upright)).Should().BeNull();

    [Theory]
    [InlineData("595 0 0 842 0 0 cm /Im1 Do")]
    [InlineData("24 0 0 31 420 700 cm /Im1 Do")]
    [InlineData("500 0 0 130 40 660 cm /Im1 Do")]
    [InlineData("100 0 0 130 420 20 cm /Im1 Do")]
    [InlineData("100 0 0 130 560 660 cm /Im1 Do")]
    public void Read_PhotoOfAnotherSizeOrPlace_IsNone(string drawing) =>
        Portrait(Cv(Jpeg(Face.Jpeg()), drawing)).Should().BeNull();

    [Fact]
    public void Read_TwoDifferentPhotos_AreNone() =>
        Portrait(Cv(Jpeg(Face.Jpeg()), Upright + " Q q 100 0 0 130 40 660 cm /Im2 Do", Jpeg(Face.Jpeg(skin: new SKColor(165, 110, 80))))).Should().BeNull();

    [Fact]
    public void Read_TheSamePhotoTwice_IsThePortrait() =>
        Portrait(Cv(Jpeg(Face.Jpeg()), Upright + " Q q 100 0 0 130 40 660 cm /Im1 Do")).Should().NotBeNull();

    [Theory]
    [InlineData("cut short")]
    [InlineData("huge")]
    [InlineData("many scans")]
    [InlineData("bomb")]
    [InlineData("no picture")]
    [InlineData("too few samples")]
    public void Read_HostilePicture_IsNoneAndTheTextIsRead(string what)
    {
        var face = Face.Jpeg();
        var picture = what switch
        {
            "cut short" => Jpeg(face[..(face.Length / 2)]),
            "huge" => Jpeg(Hostile.Resized(face, 60_000, 60_000), 60_000, 60_000),
            "many scans" => Jpeg([.. face[..^2], .. Enumerable.Repeat<byte[]>([0xFF, 0xDA], 100).SelectMany(scan => scan)]),
            "bomb" => (ImageOf(300, 390) + " /ColorSpace /DeviceRGB /Filter /FlateDecode", Deflated(new byte[100 << 20])),
            "no picture" => Jpeg("GIF89a and nothing else"u8.ToArray()),
            _ => (ImageOf(300, 390) + " /ColorSpace /DeviceRGB /Filter /FlateDecode", Deflated(new byte[500])),
        };

        var document = Fixtures.Read(Format.Pdf, Cv(picture, Upright));

        document.Portrait.Should().BeNull();
        document.Lines.Should().HaveCount(20);
    }

    private static SourcePortrait? Portrait(byte[] pdf) => Fixtures.Read(Format.Pdf, pdf).Portrait;

    /// <summary>A page of text with pictures; what is drawn stands between q and Q.</summary>
    private static byte[] Cv((string Entries, byte[] Data) picture, string drawing, params (string Entries, byte[] Data)[] more)
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => RawPdf.Text(40, 620 - (20 * i), $"Line {i} of an invented person who grows apples")));
        var pdf = new RawPdf($"{text} q {drawing} Q", resources: "/XObject << /Im1 7 0 R /Im2 8 0 R >>");
        pdf.AddStream(picture.Entries, picture.Data);
        foreach (var (entries, data) in more) pdf.AddStream(entries, data);
        if (more.Length == 0) pdf.Add("null");
        return pdf.ToBytes();
    }

    private static (string Entries, byte[] Data) Jpeg(byte[] jpeg, int width = 300, int height = 390) => (ImageOf(width, height) + " /ColorSpace /DeviceRGB /Filter /DCTDecode", jpeg);

    private static (string Entries, byte[] Data) Samples(string more = "")
    {
        using var face = Face.Draw();
        return (ImageOf(face.Width, face.Height) + " /ColorSpace /DeviceRGB /Filter /FlateDecode" + more, Deflated([.. face.Pixels.SelectMany(pixel => new[] { pixel.Red, pixel.Green, pixel.Blue })]));
    }

    private static string ImageOf(int width, int height) => $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8";

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Round() =>
        [.. Enumerable.Range(0, 100 * 130).Select(at => Math.Pow(((at % 100) - 50) / 50.0, 2) + Math.Pow(((at / 100) - 65) / 65.0, 2) <= 1 ? (byte)255 : (byte)0)];

    private static (int Width, int Height, string Left, string Right) Seen(SourcePortrait portrait)
    {
        using var picture = SKBitmap.Decode(portrait.Jpeg.ToArray());
        return (picture.Width, picture.Height, Colour(portrait, 0.05, 0.05), Colour(portrait, 0.95, 0.05));
    }

    private static string Colour(SourcePortrait portrait, double x, double y)
    {
        using var picture = SKBitmap.Decode(portrait.Jpeg.ToArray());
        return Drawings.NameOf(picture.GetPixel((int)(x * picture.Width), (int)(y * picture.Height)));
    }
}
