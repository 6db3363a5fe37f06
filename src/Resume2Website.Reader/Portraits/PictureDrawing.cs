using System.Numerics;
using Resume2Website.Documents;
using SkiaSharp;

namespace Resume2Website.Reader.Portraits;

/// <summary>Draws a picture as people see it on the page: turned, mirrored and cut as it is placed there, on white paper.</summary>
internal static class PictureDrawing
{
    /// <summary>The drawn picture, of at most so many pixels as a <see cref="PlainJpeg"/> has; null where it cannot be decoded.</summary>
    public static SKBitmap? Draw(PlacedPicture picture)
    {
        var box = picture.Box;
        var scale = Math.Min(picture.Density, Math.Min(PlainJpeg.ShortSide / Math.Min(box.Width, box.Height), PlainJpeg.LongSide / Math.Max(box.Width, box.Height)));
        using var pixels = picture.Decode(Math.Min(1, scale / picture.Density));
        if (pixels is null) return null;
        var drawn = new SKBitmap(new SKImageInfo(
            Math.Clamp((int)Math.Round(box.Width * scale), 1, PlainJpeg.LongSide), Math.Clamp((int)Math.Round(box.Height * scale), 1, PlainJpeg.LongSide), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(Skia(FromPixels(pixels) * picture.Placement * ToPaper(box, scale)));
        canvas.ClipRect(new SKRect(
            picture.Visible.Left * pixels.Width, (1 - picture.Visible.Bottom) * pixels.Height, picture.Visible.Right * pixels.Width, (1 - picture.Visible.Top) * pixels.Height));
        using var image = SKImage.FromBitmap(pixels);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return drawn;
    }

    private static Matrix3x2 FromPixels(SKBitmap pixels) => new(1f / pixels.Width, 0, 0, -1f / pixels.Height, 0, 1);

    private static Matrix3x2 ToPaper(SKRect box, float scale) => new(scale, 0, 0, -scale, -box.Left * scale, box.Bottom * scale);

    private static SKMatrix Skia(Matrix3x2 matrix) => new(matrix.M11, matrix.M21, matrix.M31, matrix.M12, matrix.M22, matrix.M32, 0, 0, 1);
}
