using Resume2Website.Documents;
using SkiaSharp;

namespace Resume2Website.Reader.Portraits;

/// <summary>
/// Finds the photo of the person among the pictures of a document: the only one that has the size, the proportion and the tones of one. Where two would do,
/// or none does for certain, there is none: initials are better than a wrong picture.
/// </summary>
internal static class PortraitFinder
{
    /// <summary>Pages after these show no photo of the person.</summary>
    public const int Pages = 2;

    /// <summary>Photos are at least so wide and high, in points: about 1.8 cm.</summary>
    private const float Smallest = 50;

    /// <summary>Photos are at most so wide and high, in points: about 7 cm.</summary>
    private const float Largest = 200;

    /// <summary>The narrowest proportion of width to height.</summary>
    private const float Narrowest = 0.6f;

    /// <summary>The widest one; a wider photo shows several people, or a place.</summary>
    private const float Widest = 1.25f;

    /// <summary>Fewer pixels of the shorter side show no face.</summary>
    private const int FewestPixels = 96;

    /// <summary>More pictures of a photo's size are a portfolio.</summary>
    private const int Many = 6;

    /// <summary>The portrait; null where there is none for certain, whatever the pictures do to the decoder.</summary>
    /// <param name="pictures">The pictures, as they stand.</param>
    /// <param name="boxOf">Where a picture stands, from the top left corner of its page; null where the format has no places.</param>
    public static SourcePortrait? Find(IEnumerable<PlacedPicture> pictures, Func<PlacedPicture, SourceBox?> boxOf)
    {
        try
        {
            var candidates = pictures.Where(picture => picture.Page <= Pages && HasShape(picture)).Take(Many + 1).ToList();
            return candidates.Count > Many ? null : Only(candidates, boxOf);
        }
        catch (Exception)
        {
            // Pictures are an ornament of what is read: one that a decoder stumbles over, or that would unpack to too much, costs the document nothing.
            return null;
        }
    }

    private static SourcePortrait? Only(List<PlacedPicture> candidates, Func<PlacedPicture, SourceBox?> boxOf)
    {
        SourcePortrait? found = null;
        foreach (var candidate in candidates)
        {
            using var drawn = PictureDrawing.Draw(candidate);
            if (drawn is null || !PhotoTones.AreOf(drawn)) continue;
            var jpeg = PictureCodec.Encode(drawn);
            // The same photo may stand on the cover and on the first page.
            if (found is not null && !found.Jpeg.Span.SequenceEqual(jpeg)) return null;
            found ??= new SourcePortrait(candidate.Page, boxOf(candidate), jpeg);
        }

        return found;
    }

    private static bool HasShape(PlacedPicture picture)
    {
        var box = picture.Box;
        return Math.Min(box.Width, box.Height) >= Smallest && Math.Max(box.Width, box.Height) <= Largest && box.Width / box.Height is >= Narrowest and <= Widest
            && Math.Min(picture.Visible.Width * picture.Width, picture.Visible.Height * picture.Height) >= FewestPixels;
    }
}
