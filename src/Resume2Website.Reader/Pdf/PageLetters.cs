using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Resume2Website.Reader.Pdf;

/// <summary>The letters of a page that a reader sees, by reading direction.</summary>
internal static class PageLetters
{
    /// <summary>Up to this slope a scan or a sloppy program set the text askew; beyond it the text is decoration, such as a watermark.</summary>
    private const double LargestSlope = 0.09;

    /// <summary>The letters of the four directions, in quarter turns to the left; each in the order of the content.</summary>
    public static IEnumerable<IReadOnlyList<PlacedLetter>> Of(Page page)
    {
        // A page with nothing but invisible text is a scan whose words were recognized and laid over the picture.
        var isRecognized = page.Letters.All(letter => IsInvisible(letter) || string.IsNullOrWhiteSpace(letter.Value));
        var ground = new PageGround(page);
        // Where everything would be hidden, the ground is not what it seems.
        var isBlank = page.Letters.All(letter => IsInvisible(letter) || string.IsNullOrWhiteSpace(letter.Value) || ground.Hides(letter));
        return page.Letters
            .Select((letter, order) => (letter, order, turns: QuarterTurns(letter)))
            .Where(item => item.turns >= 0 && (isRecognized || !IsInvisible(item.letter)) && (isBlank || !ground.Hides(item.letter)) && IsOnPage(item.letter, page) && SizeOf(item.letter) >= 2)
            .GroupBy(item => item.turns, item => Place(item.letter, item.order, item.turns))
            .OrderBy(group => group.Key)
            .Select(group => (IReadOnlyList<PlacedLetter>)[.. group]);
    }

    private static bool IsInvisible(Letter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    private static bool IsOnPage(Letter letter, Page page)
    {
        var place = letter.StartBaseLine;
        return place.X >= -1 && place.X <= page.Width + 1 && place.Y >= -1 && place.Y <= page.Height + 1;
    }

    private static double SizeOf(Letter letter) => Math.Abs(letter.PointSize);

    private static int QuarterTurns(Letter letter)
    {
        var along = letter.EndBaseLine.X - letter.StartBaseLine.X;
        var up = letter.EndBaseLine.Y - letter.StartBaseLine.Y;
        if (Math.Abs(up) <= LargestSlope * Math.Abs(along)) return along >= 0 ? 0 : 2;
        if (Math.Abs(along) <= LargestSlope * Math.Abs(up)) return up >= 0 ? 1 : 3;
        return -1;
    }

    private static PlacedLetter Place(Letter letter, int order, int turns)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var size = SizeOf(letter);
        return turns switch
        {
            1 => new PlacedLetter(letter, order, start.Y, end.Y, -start.X, size),
            2 => new PlacedLetter(letter, order, -start.X, -end.X, -start.Y, size),
            3 => new PlacedLetter(letter, order, -start.Y, -end.Y, start.X, size),
            _ => new PlacedLetter(letter, order, start.X, Math.Max(end.X, start.X), start.Y, size),
        };
    }
}
