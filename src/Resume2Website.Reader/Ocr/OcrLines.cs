using Resume2Website.Documents;
using Resume2Website.Reader.Images;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Ocr;

/// <summary>Makes lines of recognized words: parts them at wide gaps, measures their letters, and knows their bullets and emphasis by the ink.</summary>
/// <param name="page">The picture they were found in.</param>
/// <param name="ink">Its ink.</param>
/// <param name="scale">Points to a pixel.</param>
internal sealed class OcrLines(GrayPicture page, InkMap ink, double scale)
{
    /// <summary>Below this nothing says that a mark is text at all.</summary>
    private const double Unsure = 0.3;

    /// <summary>Sizes that differ by less are one size: measuring is not that sure.</summary>
    private const double SameSize = 0.09;

    private readonly BulletMarks bullets = new(ink);

    /// <summary>The lines, in the order in which they were found.</summary>
    public IReadOnlyList<SourceLine> Of(IReadOnlyList<OcrWord> words)
    {
        var runs = bullets.Find([.. WordBoxes.Tighten([.. words.Where(IsText)], ink).GroupBy(word => word.Line).SelectMany(line => WordRun.Split([.. line.OrderBy(word => word.X)]))]);
        if (runs.Count == 0) return [];
        var bold = Emphasis.Bold(page, runs);
        var sizes = SizeClasses(runs);
        return [.. runs.Select(run => LineOf(run, sizes[run], bold.Contains(run))).Where(line => line.Text.Length > 0)];
    }

    /// <summary>A page is set in few sizes: first what is as large as most of it, then what is left, is given one size.</summary>
    private static Dictionary<WordRun, double> SizeClasses(IReadOnlyList<WordRun> runs)
    {
        var sizes = new Dictionary<WordRun, double>();
        for (var left = runs.ToList(); left.Count > 0;)
        {
            var size = WordRun.Median(left, run => run.Size);
            foreach (var run in left.Where(run => Math.Abs(run.Size - size) <= SameSize * size)) sizes[run] = size;
            left.RemoveAll(sizes.ContainsKey);
        }

        return sizes;
    }

    private SourceLine LineOf(WordRun run, double size, bool isBold)
    {
        return new SourceLine
        {
            Page = 1,
            Number = 0,
            Text = LineText.Clean(Misread.Correct(run.Text)),
            Role = run.IsItem ? SourceLineRole.ListItem : SourceLineRole.Body,
            Level = run.IsItem ? 1 : 0,
            // The rectangle from ascender to descender, as lines of PDFs have it.
            Box = new SourceBox(Points(run.X), Points(run.Baseline - (0.75 * size)), Points(run.Right - run.X), Points(0.97 * size)),
            FontSize = Math.Round(size * scale * 2) / 2,
            Bold = isBold,
            RecognitionConfidence = Math.Round(run.Confidence, 3),
        };
    }

    private double Points(double pixels) => Math.Round(pixels * scale, 2);

    private static bool IsText(OcrWord word) => word.Text.Any(char.IsLetterOrDigit) ? word.Confidence >= 0.05 : word.Confidence >= Unsure || word.Text.Length == 1;
}
