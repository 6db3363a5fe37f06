using Resume2Website.Documents;
using SkiaSharp;

namespace Resume2Website.Bench.Documents;

/// <summary>The page's sample CV as a scanner gives it: one A4 page of a PDF, 200 dots an inch, a little turned, with no text in it.</summary>
internal static class ScannedPage
{
    private const int Dots = 200;
    private const float Width = 8.27f * Dots;
    private const float Height = 11.69f * Dots;
    private const int PaperGray = 247;
    private const float Turned = 0.3f;

    /// <summary>The document.</summary>
    public static InventedCv Make()
    {
        using var picture = Draw(File.ReadAllLines(Checkout.Path("src/Resume2Website.Server/wwwroot/sample-cv.txt")));
        using var content = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(content))
        using (var image = SKImage.FromEncodedData(picture))
        {
            const float points = 72f / Dots;
            pdf.BeginPage(Width * points, Height * points).DrawImage(image, SKRect.Create(Width * points, Height * points), new SKSamplingOptions(SKFilterMode.Linear));
            pdf.EndPage();
            pdf.Close();
        }

        return new InventedCv("scan.pdf", content.ToArray(), DocumentFormat.Pdf);
    }

    private static SKData Draw(string[] lines)
    {
        using var bitmap = new SKBitmap((int)Width, (int)Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var typeface = SKTypeface.FromFile(Checkout.Path("tools/Resume2Website.Corpus/fonts/LiberationSans-Regular.ttf"));
        using var font = new SKFont(typeface, 10.5f * Dots / 72);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.Clear(new SKColor(PaperGray, PaperGray, PaperGray));
        canvas.RotateDegrees(Turned, Width / 2, Height / 2);
        var step = Math.Min(font.Spacing * 1.15f, Height * 0.86f / lines.Length);
        for (var i = 0; i < lines.Length; i++) canvas.DrawText(lines[i], Width * 0.1f, (Height * 0.07f) + ((i + 1) * step), SKTextAlign.Left, font, paint);
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Jpeg, 85);
    }
}
