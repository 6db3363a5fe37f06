using Resume2Website.Reader.Images;

namespace Resume2Website.Reader.Ocr;

/// <summary>Tells bold text by the thickness of its strokes, on pages where that parts the lines clearly; where it does not, nothing is called bold.</summary>
internal static class Emphasis
{
    /// <summary>So many times the usual thickness is bold.</summary>
    private const double BoldFrom = 1.2;

    /// <summary>So close to that nobody can tell.</summary>
    private const double Unclear = 0.06;

    /// <summary>The largest share of the text that may be unclear.</summary>
    private const double MostUnclear = 0.08;

    /// <summary>The runs that are bold.</summary>
    public static HashSet<WordRun> Bold(GrayPicture page, IReadOnlyList<WordRun> runs)
    {
        // Blur makes the strokes of small letters look thicker than they are, which the root evens out.
        var strokes = runs.ToDictionary(run => run, run => StrokeWidth.Of(page, run) / Math.Sqrt(run.Size));
        var usual = WordRun.Median(runs, run => strokes[run]);
        if (usual <= 0) return [];
        var unclear = runs.Where(run => Math.Abs((strokes[run] / usual) - BoldFrom) < Unclear).Sum(run => run.Text.Length);
        if (unclear > MostUnclear * runs.Sum(run => run.Text.Length)) return [];
        return [.. runs.Where(run => strokes[run] > BoldFrom * usual)];
    }
}
