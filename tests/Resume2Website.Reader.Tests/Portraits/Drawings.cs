using SkiaSharp;

namespace Resume2Website.Reader.Tests.Portraits;

/// <summary>What else stands in CVs in a photo's size.</summary>
internal static class Drawings
{
    public static byte[] Jpeg(string what)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(300, 390, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap)) Draw(canvas, what);
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }

    /// <summary>The name of a colour, as far as the walls behind the faces are concerned.</summary>
    public static string NameOf(SKColor color) => color switch
    {
        { Red: > 245, Green: > 245, Blue: > 245 } => "white",
        _ when color.Blue > color.Green + 20 => "blue",
        _ when color.Green > color.Blue + 20 => "green",
        _ => color.ToString(),
    };

    private static void Draw(SKCanvas canvas, string what)
    {
        canvas.Clear(SKColors.White);
        var random = new Random(3);
        switch (what)
        {
            case "logo":
                Fill(canvas, SKRect.Create(300, 390), new SKColor(210, 120, 60));
                using (var paint = new SKPaint { Color = SKColors.White, IsAntialias = true, StrokeWidth = 40, IsStroke = true }) canvas.DrawCircle(150, 195, 90, paint);
                break;
            case "flag":
                foreach (var (color, i) in new[] { new SKColor(200, 30, 40), new(240, 190, 60), new(30, 60, 150) }.Select((color, i) => (color, i))) Fill(canvas, SKRect.Create(0, i * 130, 300, 130), color);
                break;
            case "code":
                for (var i = 0; i < 30 * 39; i++) Fill(canvas, SKRect.Create(i % 30 * 10, i / 30 * 10, 10, 10), random.Next(2) == 0 ? SKColors.Black : SKColors.White);
                break;
            case "chart":
                for (var i = 0; i < 8; i++) Fill(canvas, SKRect.Create(20 + (i * 33), 380 - (i * 40), 25, i * 40), new SKColor((byte)(220 - (i * 10)), 150, 110));
                break;
            case "landscape":
                Fade(canvas, SKRect.Create(0, 0, 300, 250), new SKColor(90, 150, 230), new SKColor(200, 220, 245));
                Fade(canvas, SKRect.Create(0, 250, 300, 140), new SKColor(60, 130, 50), new SKColor(30, 80, 30));
                break;
            case "signature":
                using (var paint = new SKPaint { Color = SKColors.DarkBlue, IsAntialias = true, StrokeWidth = 3, IsStroke = true })
                {
                    for (var i = 0; i < 12; i++) canvas.DrawOval(40 + (i * 18), 195, 12, random.Next(10, 40), paint);
                }

                break;
        }
    }

    private static void Fill(SKCanvas canvas, SKRect box, SKColor color)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(box, paint);
    }

    private static void Fade(SKCanvas canvas, SKRect box, SKColor from, SKColor to)
    {
        using var paint = new SKPaint { Shader = SKShader.CreateLinearGradient(new SKPoint(0, box.Top), new SKPoint(0, box.Bottom), [from, to], SKShaderTileMode.Clamp) };
        canvas.DrawRect(box, paint);
    }
}
