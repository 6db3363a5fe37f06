using Resume2Website.Documents;
using Resume2Website.Screening;
using SkiaSharp;

namespace Resume2Website.Reader.Tests.Portraits;

public sealed class SafePictureTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Picture_EveryFormat_BecomesAPlainJpeg(SKEncodedImageFormat format)
    {
        using var face = Face.Draw(900, 1170);

        var safe = Safe(face.Encode(format, 90).ToArray());

        PlainJpeg.IsOne(safe).Should().BeTrue();
        using var picture = SKBitmap.Decode(safe);
        (picture.Width, picture.Height).Should().Be((512, 666));
        Drawings.NameOf(picture.GetPixel(20, 20)).Should().Be("blue");
    }

    [Theory]
    [InlineData(1, 300, 390, "blue", "green")]
    [InlineData(2, 300, 390, "green", "blue")]
    [InlineData(3, 300, 390, "green", "blue")]
    [InlineData(4, 300, 390, "blue", "green")]
    [InlineData(5, 390, 300, "blue", "blue")]
    [InlineData(6, 390, 300, "blue", "blue")]
    [InlineData(7, 390, 300, "green", "green")]
    [InlineData(8, 390, 300, "green", "green")]
    public void Picture_WithAnOrientation_IsTurnedUprightAndLosesItsPlace(int orientation, int width, int height, string left, string right)
    {
        var safe = Safe(Face.JpegWithPlace(orientation));

        safe.AsSpan().IndexOf("GPS-OF-HOME"u8).Should().Be(-1);
        using var picture = SKBitmap.Decode(safe);
        (picture.Width, picture.Height, Drawings.NameOf(picture.GetPixel(15, 15)), Drawings.NameOf(picture.GetPixel(picture.Width - 15, 15))).Should().Be((width, height, left, right));
    }

    [Theory]
    [InlineData("cut short", "file_damaged")]
    [InlineData("huge", "picture_unsupported")]
    [InlineData("text", "picture_unsupported")]
    [InlineData("nothing", "picture_unsupported")]
    public void Picture_ThatIsNone_IsRefused(string what, string code)
    {
        var face = Face.Jpeg();
        var bytes = what switch { "cut short" => face[..(face.Length / 2)], "huge" => Hostile.Resized(face, 60_000, 60_000), "text" => "<svg onload='x'/>"u8.ToArray(), _ => [] };

        Fixtures.CodeOf(() => Safe(bytes)).Should().Be(code);
    }

    [Fact]
    public void IsOne_WhateverElseAJpegMayHold_IsNotPlain()
    {
        var plain = Safe(Face.Jpeg());

        PlainJpeg.IsOne(plain).Should().BeTrue();
        PlainJpeg.IsOne([.. plain, 0]).Should().BeFalse("nothing may follow");
        PlainJpeg.IsOne(plain.AsSpan()[..^2]).Should().BeFalse("the end is missing");
        PlainJpeg.IsOne([.. plain[..2], .. Exif.WithPlace(1), .. plain[2..]]).Should().BeFalse("it may say where it was taken");
        PlainJpeg.IsOne([.. plain[..2], 0xFF, 0xFE, 0, 4, 65, 65, .. plain[2..]]).Should().BeFalse("it holds a comment");
        PlainJpeg.IsOne(Hostile.Resized(plain, 5_000, 300)).Should().BeFalse("it is too large");
        PlainJpeg.IsOne(Face.Jpeg(2000, 2000)).Should().BeFalse("it is too large");
        for (var length = 0; length < plain.Length; length += 97) PlainJpeg.IsOne(plain.AsSpan()[..length]).Should().BeFalse("it is cut");
    }

    private static byte[] Safe(byte[] bytes) => DocumentOpener.Picture(new DocumentSource(bytes, FormatSignature.Of(bytes)));
}
