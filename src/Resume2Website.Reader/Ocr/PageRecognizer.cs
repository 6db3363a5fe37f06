using Resume2Website.Documents;
using Resume2Website.Reader.Images;

namespace Resume2Website.Reader.Ocr;

/// <summary>
/// Reads the picture of a page: turns it upright and level, tells its language from a first look at a part of it, and has all of it recognized in that language.
/// </summary>
internal sealed class PageRecognizer(OcrTools tools)
{
    /// <summary>The part of the page's height that the first look takes in.</summary>
    private const double FirstLook = 0.3;

    /// <summary>Words read with less than this on average are no words: the page lies on its side, or its light is bad.</summary>
    private const double Doubtful = 0.7;

    private readonly Tesseract tesseract = new(tools);

    /// <summary>Reads a page.</summary>
    /// <param name="picture">Its picture.</param>
    /// <param name="paperLongSide">The longer side of its paper in points.</param>
    /// <param name="sign">Called after each piece of work, as a sign of life.</param>
    /// <exception cref="DocumentException">It cannot be read here, or not in the time that is allowed.</exception>
    public RecognizedPage Recognize(GrayPicture picture, double paperLongSide, Action sign)
    {
        var languages = new RecognitionLanguages(tools.Languages);
        var page = PageSize.Fit(picture);
        var ink = new InkMap(page);
        sign();
        (page, ink) = Level(page, ink);
        var first = Look(page, ink, languages.First, isUneven: false);
        sign();
        if (Trust(first) < Doubtful)
        {
            var quarters = tesseract.QuartersToUpright(page);
            sign();
            if (quarters != 0)
            {
                page = PageSize.Fit(picture).Turned(quarters);
                (page, ink) = Level(page, new InkMap(page));
                first = Look(page, ink, languages.First, isUneven: false);
                sign();
            }
        }

        var isUneven = false;
        if (Trust(first) < Doubtful && Light.IsUneven(page))
        {
            var other = Look(page, ink, languages.First, isUneven: true);
            sign();
            isUneven = Worth(other) > Worth(first);
            if (isUneven) first = other;
        }

        var words = ReadAll(page, languages, languages.For(first), isUneven, sign);
        var scale = paperLongSide / page.LongSide;
        return new RecognizedPage(Math.Round(page.Width * scale, 2), Math.Round(page.Height * scale, 2), new OcrLines(page, ink, scale).Of(words));
    }

    /// <summary>The page set level, without its rules and frames, and its ink.</summary>
    private static (GrayPicture Page, InkMap Ink) Level(GrayPicture page, InkMap ink)
    {
        var angle = Skew.Correction(ink);
        if (angle != 0)
        {
            page = page.Rotated(angle);
            ink = new InkMap(page);
        }

        return (Outlines.Erase(page, ink), ink);
    }

    private IReadOnlyList<OcrWord> ReadAll(GrayPicture page, RecognitionLanguages languages, string? likely, bool isUneven, Action sign)
    {
        var language = likely ?? languages.First;
        var words = tesseract.Words(page, language, PageSegmentation.Sparse, isUneven);
        sign();
        // A part of the page may have been no fair sample of its language.
        if (languages.For(words) is not { } found || found == language) return words;
        var better = tesseract.Words(page, found, PageSegmentation.Sparse, isUneven);
        sign();
        return better;
    }

    /// <summary>Looks at the part of the page that has the most text.</summary>
    private IReadOnlyList<OcrWord> Look(GrayPicture page, InkMap ink, string language, bool isUneven)
    {
        var height = Math.Max(1, (int)(page.Height * FirstLook));
        return tesseract.Words(page.Band(Densest(ink, height), height), language, PageSegmentation.Blocks, isUneven);
    }

    private static int Densest(InkMap ink, int height)
    {
        var sums = new int[ink.Height + 1];
        foreach (var (_, y) in ink.LowerEdges()) sums[y + 1]++;
        for (var y = 0; y < ink.Height; y++) sums[y + 1] += sums[y];
        return Enumerable.Range(0, ink.Height - height + 1).Where(top => top % 8 == 0).MaxBy(top => sums[top + height] - sums[top]);
    }

    /// <summary>How sure the recognition is of what looks like words; 0 when hardly anything does.</summary>
    private static double Trust(IEnumerable<OcrWord> words)
    {
        var likely = words.Where(IsWord).ToList();
        return likely.Count < 6 ? 0 : likely.Average(word => word.Confidence);
    }

    private static double Worth(IEnumerable<OcrWord> words) => words.Where(IsWord).Sum(word => Math.Max(0, word.Confidence - 0.5) * word.Text.Length);

    private static bool IsWord(OcrWord word) => word.Text.Length >= 3 && word.Text.Count(char.IsLetter) * 2 > word.Text.Length;
}
