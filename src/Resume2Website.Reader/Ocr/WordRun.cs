namespace Resume2Website.Reader.Ocr;

/// <summary>Words that stand together on one line, with the measures of their letters in pixels.</summary>
/// <param name="Words">The words, from left to right; never empty.</param>
/// <param name="Size">The size of the letters, as fonts count it.</param>
/// <param name="Baseline">Where the letters stand, from the top of the page.</param>
internal sealed record WordRun(IReadOnlyList<OcrWord> Words, double Size, double Baseline)
{
    /// <summary>A gap of this many letter sizes is no space between words in any line.</summary>
    private const double AlwaysWide = 1.5;

    /// <summary>From this gap on, in letter sizes, it is compared with the others of its row.</summary>
    private const double MaybeWide = 0.75;

    /// <summary>So many times the usual space of the row is wide.</summary>
    private const double TimesUsual = 2.2;

    /// <summary>A bullet stands at most so many letter sizes before its item.</summary>
    private const double WidestIndent = 3;

    private const string Descending = "gjpqyçşţ,;()[]{}|";
    private const string Ascending = "bdfhklitjßß|/()[]{}!?%&@#";
    private const double XHeight = 0.52;
    private const double CapHeight = 0.72;
    private const double Descent = 0.21;

    /// <summary>Whether a bullet stood before it, which is no word of it.</summary>
    public bool IsItem { get; init; }

    public int X => Words[0].X;

    public int Right => Words.Max(word => word.Right);

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>How sure the recognition is of it: each word counts by its length.</summary>
    public double Confidence => Words.Sum(word => word.Confidence * word.Text.Length) / Words.Sum(word => word.Text.Length);

    /// <summary>The runs of a line: its words, parted where the gap between two is wide.</summary>
    public static IEnumerable<WordRun> Split(IReadOnlyList<OcrWord> line)
    {
        var (size, baseline) = Measure(line);
        var gaps = line.Zip(line.Skip(1), (left, right) => (right.X - left.Right) / size).ToList();
        var sorted = gaps.Where(gap => gap > 0.05).Order().ToList();
        var usual = sorted.Count > 1 ? sorted[sorted.Count / 4] : double.PositiveInfinity;
        var start = 0;
        for (var i = 0; i < line.Count; i++)
        {
            var isEnd = i == gaps.Count || gaps[i] > AlwaysWide || (gaps[i] > MaybeWide && gaps[i] > TimesUsual * usual);
            var isBullet = i == start && i < gaps.Count && gaps[i] < WidestIndent && line[i].Text.Length <= 2 && !line[i].Text.Any(char.IsLetterOrDigit);
            if (!isEnd || isBullet) continue;
            var words = line.Skip(start).Take(i + 1 - start).ToList();
            var (own, stands) = words.Count == line.Count ? (size, baseline) : Measure(words);
            yield return new WordRun(words, own, stands);
            start = i + 1;
        }
    }

    /// <summary>The value that half of all letters have at most.</summary>
    public static double Median(IReadOnlyList<WordRun> runs, Func<WordRun, double> value)
    {
        var sorted = runs.OrderBy(value).ToList();
        var left = sorted.Sum(run => run.Text.Length) / 2;
        return value(sorted.First(run => (left -= run.Text.Length) <= 0 || run == sorted[^1]));
    }

    private static (double Size, double Baseline) Measure(IReadOnlyList<OcrWord> words)
    {
        var sizes = words.Where(word => word.Text.Any(char.IsLetterOrDigit)).SelectMany(word => Enumerable.Repeat(SizeOf(word), word.Text.Length)).Order().ToList();
        var size = sizes.Count > 0 ? sizes[sizes.Count / 2] : words.Max(word => word.Height);
        var standing = words.Select(word => word.Bottom - (Reaches(word, Descending) ? Descent * size : 0)).Order().ToList();
        return (Math.Max(size, 1), standing[standing.Count / 2]);
    }

    /// <summary>Which letters a word has says how much of the font's height its box takes.</summary>
    private static double SizeOf(OcrWord word)
    {
        var top = word.Text.Any(character => char.IsUpper(character) || char.IsDigit(character)) || Reaches(word, Ascending) ? CapHeight : XHeight;
        return word.Height / (top + (Reaches(word, Descending) ? Descent : 0));
    }

    private static bool Reaches(OcrWord word, string letters) => word.Text.Any(character => letters.Contains(character, StringComparison.Ordinal));
}
