using System.Numerics;
using Resume2Website.Documents;
using SkiaSharp;

namespace Resume2Website.Reader.Portraits;

/// <summary>Encodes a picture anew that somebody gave as their own: upright as its EXIF tag says, on white, without anything but its pixels.</summary>
internal static class SafePicture
{
    /// <summary>The picture as a <see cref="PlainJpeg"/>.</summary>
    /// <exception cref="DocumentException">It is no picture, damaged, or too large.</exception>
    public static byte[] Of(DocumentSource source)
    {
        using var data = SKData.CreateCopy(source.Content.Span);
        using var codec = PictureCodec.Open(data) ?? throw new DocumentException("picture_unsupported");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var upright = Matrix3x2.CreateScale(width, height) * Turned(codec.EncodedOrigin, width, height);
        using var drawn = PictureDrawing.Draw(new PlacedPicture(1, upright, PlacedPicture.Whole, width, height, scale => PictureCodec.Decode(codec, scale)))
            ?? throw new DocumentException("file_damaged");
        return PictureCodec.Encode(drawn);
    }

    /// <summary>The eight orientations of TIFF and EXIF (tag 274), y upwards; where it comes to stand does not matter.</summary>
    public static Matrix3x2 Turned(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, 0, 1, width, 0),
        SKEncodedOrigin.BottomRight => new(-1, 0, 0, -1, width, height),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, -1, 0, height),
        SKEncodedOrigin.LeftTop => new(0, -1, -1, 0, height, width),
        SKEncodedOrigin.RightTop => new(0, -1, 1, 0, 0, width),
        SKEncodedOrigin.RightBottom => new(0, 1, 1, 0, 0, 0),
        SKEncodedOrigin.LeftBottom => new(0, 1, -1, 0, height, 0),
        _ => Matrix3x2.Identity,
    };
}
