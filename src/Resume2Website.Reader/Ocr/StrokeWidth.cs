using Resume2Website.Reader.Images;

namespace Resume2Website.Reader.Ocr;

/// <summary>Measures how thick the strokes of letters are, by which bold text is told. Shades count too: at the sizes of scans a stroke is two or three pixels.</summary>
internal static class StrokeWidth
{
    /// <summary>The mean length, in pixels, of the runs of ink along the rows of a run of words.</summary>
    public static double Of(GrayPicture page, WordRun run)
    {
        var (length, count) = (0.0, 0);
        foreach (var word in run.Words)
        {
            var (paper, ink) = Shades(page, word);
            if (Math.Abs(paper - ink) < 24) continue;
            for (var y = Math.Max(0, word.Y); y < Math.Min(page.Height, word.Bottom); y++)
            {
                var isInside = false;
                for (var x = Math.Max(0, word.X); x < Math.Min(page.Width, word.Right); x++)
                {
                    var darkness = Math.Clamp((paper - page.Pixels[(y * page.Width) + x]) / (paper - ink), 0, 1);
                    length += darkness;
                    if (darkness >= 0.5 && !isInside) count++;
                    isInside = darkness >= 0.5;
                }
            }
        }

        return count == 0 ? 0 : length / count;
    }

    /// <summary>Paper is what most of a word's box is; ink is the other end of its shades, also where the text is light on dark.</summary>
    private static (double Paper, double Ink) Shades(GrayPicture page, OcrWord word)
    {
        var shades = new List<byte>();
        for (var y = Math.Max(0, word.Y); y < Math.Min(page.Height, word.Bottom); y++)
        {
            for (var x = Math.Max(0, word.X); x < Math.Min(page.Width, word.Right); x++) shades.Add(page.Pixels[(y * page.Width) + x]);
        }

        if (shades.Count == 0) return (0, 0);
        shades.Sort();
        double dark = shades[shades.Count / 20], light = shades[shades.Count * 19 / 20], middle = (dark + light) / 2;
        return shades.Count(shade => shade > middle) * 2 >= shades.Count ? (light, dark) : (dark, light);
    }
}
