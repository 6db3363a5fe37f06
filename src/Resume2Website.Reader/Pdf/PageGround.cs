using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;

namespace Resume2Website.Reader.Pdf;

/// <summary>
/// What a page's letters stand on. White words on white paper are hidden from people and meant for programs, so that they are left out; white words on
/// anything else, or on what cannot be told, are a design.
/// </summary>
internal sealed class PageGround(Page page)
{
    /// <summary>From this value of each channel on, nobody sees the difference to paper.</summary>
    private const double AlmostWhite = 0.97;

    /// <summary>A wider line is a bar that words may stand on, in points.</summary>
    private const double Bar = 4;

    private readonly Lazy<IReadOnlyList<PdfRectangle>?> painted = new(() => Painted(page));

    /// <summary>Whether a letter is white on white.</summary>
    public bool Hides(Letter letter)
    {
        if (!IsWhite(letter.Color) || painted.Value is not { } places) return false;
        var x = (letter.StartBaseLine.X + letter.EndBaseLine.X) / 2;
        var y = ((letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2) + (0.25 * letter.PointSize);
        return !places.Any(place => x >= place.Left && x <= place.Right && y >= place.Bottom && y <= place.Top);
    }

    /// <summary>The places that something else than white is painted on; null where that cannot be told.</summary>
    private static IReadOnlyList<PdfRectangle>? Painted(Page page)
    {
        if (MayHoldShadings(page)) return null;
        var paths = page.Paths.Where(path => (path.IsFilled && !IsWhite(path.FillColor)) || (path.IsStroked && path.LineWidth >= Bar && !IsWhite(path.StrokeColor)));
        return [.. paths.Select(PlaceOf).OfType<PdfRectangle>(), .. page.GetImages().Select(image => image.BoundingBox)];
    }

    /// <summary>Shadings are no paths, and the content of forms is not looked into for them.</summary>
    private static bool MayHoldShadings(Page page) =>
        page.Operations.Any(operation => operation is PaintShading) || page.Operations.Count(operation => operation is InvokeNamedXObject) > page.NumberOfImages;

    private static PdfRectangle? PlaceOf(PdfPath path)
    {
        if (path.GetBoundingRectangle() is not { } place) return null;
        var margin = path.IsStroked ? path.LineWidth / 2 : 0;
        return new PdfRectangle(place.Left - margin, place.Bottom - margin, place.Right + margin, place.Top + margin);
    }

    private static bool IsWhite(IColor? color)
    {
        try
        {
            return color?.ToRGBValues() is var (red, green, blue) && red >= AlmostWhite && green >= AlmostWhite && blue >= AlmostWhite;
        }
        catch (InvalidOperationException)
        {
            // A pattern has no one colour.
            return false;
        }
    }
}
