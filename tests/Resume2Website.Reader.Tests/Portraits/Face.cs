using SkiaSharp;

namespace Resume2Website.Reader.Tests.Portraits;

/// <summary>Invented people, drawn with the soft tones of a photo: a face before a wall that is blue on the left and green on the right.</summary>
internal static class Face
{
    public static readonly SKColor Left = new(60, 90, 160);
    public static readonly SKColor Right = new(70, 140, 90);

    /// <summary>A portrait.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="isGray">Whether it is black and white.</param>
    /// <param name="skin">The tone of the skin; light when null.</param>
    public static SKBitmap Draw(int width = 300, int height = 390, bool isGray = false, SKColor? skin = null)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(width / 100f, height / 130f);
        Paint(canvas, SKRect.Create(0, 0, 50, 130), Left, 1.25f);
        Paint(canvas, SKRect.Create(50, 0, 50, 130), Right, 1.25f);
        Round(canvas, 50, 140, 40, 45, new SKColor(50, 55, 75));
        Round(canvas, 50, 50, 33, 40, new SKColor(70, 45, 30));
        Round(canvas, 50, 60, 27, 36, skin ?? new SKColor(222, 170, 140));
        foreach (var x in (ReadOnlySpan<float>)[40, 60]) Round(canvas, x, 54, 4, 2.5f, new SKColor(60, 50, 45));
        Round(canvas, 50, 80, 9, 3, new SKColor(170, 80, 80));
        canvas.Flush();
        Grain(bitmap, isGray);
        return bitmap;
    }

    public static byte[] Jpeg(int width = 300, int height = 390, bool isGray = false, SKColor? skin = null)
    {
        using var face = Draw(width, height, isGray, skin);
        return face.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }

    /// <summary>The same with a place in its EXIF part: 52° north, 13° east.</summary>
    public static byte[] JpegWithPlace(int orientation = 1)
    {
        var exif = Exif.WithPlace(orientation);
        var jpeg = Jpeg();
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    private static void Paint(SKCanvas canvas, SKRect box, SKColor color, float lighter)
    {
        using var paint = new SKPaint { Shader = SKShader.CreateLinearGradient(new SKPoint(0, box.Top), new SKPoint(0, box.Bottom), [Times(color, lighter), Times(color, 0.8f)], SKShaderTileMode.Clamp) };
        canvas.DrawRect(box, paint);
    }

    private static void Round(SKCanvas canvas, float x, float y, float width, float height, SKColor color)
    {
        using var paint = new SKPaint { IsAntialias = true, Shader = SKShader.CreateRadialGradient(new SKPoint(x - (width / 3), y - (height / 3)), Math.Max(width, height) * 1.6f, [Times(color, 1.15f), Times(color, 0.5f)], SKShaderTileMode.Clamp) };
        canvas.DrawOval(x, y, width, height, paint);
    }

    private static SKColor Times(SKColor color, float factor) =>
        new((byte)Math.Min(255, color.Red * factor), (byte)Math.Min(255, color.Green * factor), (byte)Math.Min(255, color.Blue * factor));

    private static void Grain(SKBitmap bitmap, bool isGray)
    {
        var random = new Random(5);
        var pixels = bitmap.Pixels;
        for (var i = 0; i < pixels.Length; i++)
        {
            var noise = random.Next(-5, 6);
            var (red, green, blue) = (pixels[i].Red, pixels[i].Green, pixels[i].Blue);
            if (isGray) red = green = blue = (byte)((red + green + blue) / 3);
            pixels[i] = new SKColor((byte)Math.Clamp(red + noise, 0, 255), (byte)Math.Clamp(green + noise, 0, 255), (byte)Math.Clamp(blue + noise, 0, 255));
        }

        bitmap.Pixels = pixels;
    }
}
