using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Resume2Website.Reader.Pdf;

/// <summary>A link annotation: its place on the page and where it leads.</summary>
internal sealed record PageLink(PdfRectangle Place, string Target)
{
    /// <summary>The link under a letter.</summary>
    public static PageLink? At(IReadOnlyList<PageLink> links, Letter letter)
    {
        if (links.Count == 0) return null;
        var x = (letter.StartBaseLine.X + letter.EndBaseLine.X) / 2;
        var y = ((letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2) + (0.25 * letter.PointSize);
        return links.FirstOrDefault(link => IsBetween(x, link.Place.Left, link.Place.Right) && IsBetween(y, link.Place.Bottom, link.Place.Top));
    }

    // Some programs store the corners of an annotation the wrong way round.
    private static bool IsBetween(double value, double one, double other) => value >= Math.Min(one, other) && value <= Math.Max(one, other);
}
