using System.Numerics;
using Resume2Website.Documents;
using Resume2Website.Reader.Portraits;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Resume2Website.Reader.Pdf;

/// <summary>The pictures of a page, as they stand on it.</summary>
internal static class PagePictures
{
    /// <summary>Photos stand in the upper part of a page: their middle at least so high, as a share of its height.</summary>
    private const double Low = 0.38;

    /// <summary>The pictures in the upper part of a page.</summary>
    public static IEnumerable<PlacedPicture> Of(Page page, BudgetedFilters filters)
    {
        if (page.NumberOfImages == 0) yield break;
        var clips = new PictureClips(page);
        foreach (var image in page.GetImages().Where(image => !image.IsImageMask))
        {
            var placement = PlacementOf(image.BoundingBox);
            if (clips.Visible(placement) is not { } visible) continue;
            var picture = new PlacedPicture(page.Number, placement, visible, image.WidthInSamples, image.HeightInSamples, scale => PdfImagePixels.Of(image, scale, filters));
            if (picture.Box is var box && box.MidY >= Low * page.Height && box is { Left: >= -1, Top: >= -1 } && box.Right <= page.Width + 1 && box.Bottom <= page.Height + 1) yield return picture;
        }
    }

    /// <summary>Where a picture stands, from the top left corner of its page.</summary>
    public static SourceBox BoxOf(PlacedPicture picture, double pageHeight) =>
        new(Math.Round(picture.Box.Left, 2), Math.Round(pageHeight - picture.Box.Bottom, 2), Math.Round(picture.Box.Width, 2), Math.Round(picture.Box.Height, 2));

    private static Matrix3x2 PlacementOf(PdfRectangle place)
    {
        var (origin, right, up) = (place.BottomLeft, place.BottomRight, place.TopLeft);
        return new Matrix3x2((float)(right.X - origin.X), (float)(right.Y - origin.Y), (float)(up.X - origin.X), (float)(up.Y - origin.Y), (float)origin.X, (float)origin.Y);
    }
}
