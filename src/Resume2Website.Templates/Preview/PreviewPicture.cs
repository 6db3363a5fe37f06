using Resume2Website.Templates.Palettes;
using SkiaSharp;

namespace Resume2Website.Templates.Preview;

/// <summary>The picture that other sites show beside a link to the page: name and role on a quiet card.</summary>
internal static class PreviewPicture
{
    private const int Width = 1200;
    private const int Height = 630;
    private const float Margin = 96;

    public static byte[] Draw(SiteView view)
    {
        var palette = Palette.Light(view.Accent);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(palette.Paper));

        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(palette.Accent) };
        canvas.DrawRect(0, 0, Width, 14, paint);

        var rightToLeft = view.Direction == "rtl";
        var text = new TextBlock(canvas, rightToLeft, Margin, Width - Margin);
        var y = text.Draw(view.Heading, FontChain.SemiBold, palette.Ink, 84, lines: 2, top: 190);
        if (view.Resume.Basics.Label is { } label && label != view.Heading) y = text.Draw(label, FontChain.Regular, palette.Muted, 42, lines: 2, top: y + 22);

        paint.Color = SKColor.Parse(palette.Line);
        canvas.DrawRect(Margin, Height - 128, Width - (2 * Margin), 2, paint);
        var footer = view.Options.BaseUrl?.Host ?? view.Resume.Basics.Location?.City;
        if (footer is not null) text.Draw(footer, FontChain.Regular, palette.Accent, 32, lines: 1, top: Height - 104);

        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 5));
        return png?.ToArray() ?? throw new InvalidOperationException("The preview picture could not be encoded.");
    }
}
