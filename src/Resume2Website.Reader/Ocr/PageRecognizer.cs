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
        var fit = Grain.Soften(PageSize.Fit(picture));
        sign();
        var view = LookAt(fit, quarters: 0);
        sign();
        if (view.Trust < Doubtful) view = Upright(fit, view);
        if (Light.IsUneven(view.Page)) view = Better(view, view with { IsUneven = true, Words = Look(view.Page, view.Ink, languages.First, isUneven: true) });
        sign();
        var words = ReadAll(view, languages, sign);
        var scale = paperLongSide / view.Page.LongSide;
        return new RecognizedPage(Math.Round(view.Page.Width * scale, 2), Math.Round(view.Page.Height * scale, 2), new OcrLines(view.Page, view.Ink, scale).Of(words));

        PageView Upright(GrayPicture turned, PageView asItIs)
        {
            var quarters = tesseract.QuartersToUpright(asItIs.Page);
            sign();
            var best = asItIs;
            // Where a page has too few letters to tell its orientation by, the words tell it.
            foreach (var turn in quarters != 0 ? [quarters] : (int[])[1, 2, 3])
            {
                best = Better(best, LookAt(turned, turn));
                sign();
            }

            return best;
        }

        PageView LookAt(GrayPicture turned, int quarters)
        {
            var upright = turned.Turned(quarters);
            var (page, ink) = Level(upright, new InkMap(upright));
            return new PageView(page, ink, Look(page, ink, languages.First, isUneven: false), IsUneven: false);
        }
    }

    private static PageView Better(PageView known, PageView other) => other.Worth > known.Worth ? other : known;

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

    private IReadOnlyList<OcrWord> ReadAll(PageView view, RecognitionLanguages languages, Action sign)
    {
        var language = languages.For(view.Words) ?? languages.First;
        var words = tesseract.Words(view.Page, language, PageSegmentation.Sparse, view.IsUneven);
        sign();
        // A part of the page may have been no fair sample of its language.
        if (languages.For(words) is not { } found || found == language) return words;
        var better = tesseract.Words(view.Page, found, PageSegmentation.Sparse, view.IsUneven);
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
}
