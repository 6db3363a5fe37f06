using Resume2Website.Reader.Images;

namespace Resume2Website.Reader.Ocr;

/// <summary>Corrects the boxes of words: recognition often lets them reach into a rule, or into the letters of the line above or below.</summary>
internal static class WordBoxes
{
    /// <summary>A gap of more than this part of a word's usual height parts lines; the dot of an i and an accent stand closer.</summary>
    private const double LineGap = 0.16;

    /// <summary>Words so many times as high as usual are headings, whose dots and accents stand apart.</summary>
    private const double Large = 2.4;

    /// <summary>The words with boxes that end where their ink does, above and below.</summary>
    public static IEnumerable<OcrWord> Tighten(IReadOnlyList<OcrWord> words, InkMap ink)
    {
        if (words.Count == 0) return words;
        var usual = words.Select(word => word.Height).Order().ElementAt(words.Count / 2);
        return words.Select(word => word.Height > Large * usual ? word : Tighten(word, ink, Math.Max(2, (int)Math.Round(LineGap * usual))));
    }

    private static OcrWord Tighten(OcrWord word, InkMap ink, int gap)
    {
        var best = (Top: word.Y, Bottom: word.Bottom, Ink: -1);
        var band = (Top: -1, Bottom: -1, Ink: 0);
        for (var y = word.Y; y < word.Bottom; y++)
        {
            var count = 0;
            for (var x = word.X; x < word.Right; x++) count += ink[x, y] ? 1 : 0;
            // A row that is ink from end to end is a rule, which no letter has.
            if (count == 0 || (count > 0.95 * word.Width && word.Text.Length > 1)) continue;
            if (band.Top < 0 || y - band.Bottom > gap) band = (y, y + 1, 0);
            band = (band.Top, y + 1, band.Ink + count);
            if (band.Ink > best.Ink) best = band;
        }

        return best.Ink < 0 ? word : word with { Y = best.Top, Height = best.Bottom - best.Top };
    }
}
