using System.Text.RegularExpressions;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Layout;

/// <summary>
/// Cuts a page into bands and columns along white space, so that columns are read one after the other. A left column of dates or
/// headings and a right edge of dates are no columns: they belong to the lines beside them.
/// </summary>
internal static partial class ColumnSplitter
{
    private const int FewestRows = 3;
    private const int DeepestCut = 6;
    private const int ShortText = 30;
    private const double NarrowestGutter = 5;

    /// <summary>The page's regions in reading order.</summary>
    public static IEnumerable<IReadOnlyList<CleanLine>> Split(IReadOnlyList<CleanLine> lines) => Split(lines, 0);

    private static IEnumerable<IReadOnlyList<CleanLine>> Split(IReadOnlyList<CleanLine> lines, int depth)
    {
        if (lines.Count == 0) return [];
        var cut = depth < DeepestCut ? Best(lines) : null;
        if (cut is null) return [lines];
        var (above, left, right, below) = cut.Apply(lines);
        return [.. Split(above, depth + 1), .. Split(left, depth + 1), .. Split(right, depth + 1), .. Split(below, depth + 1)];
    }

    private static ColumnCut? Best(IReadOnlyList<CleanLine> lines)
    {
        var sorted = lines.OrderBy(line => line.Box.Y).ThenBy(line => line.Box.X).ToList();
        var leftmost = sorted.Min(line => line.Box.X);
        ColumnCut? best = null;
        foreach (var x in Edges(sorted).Where(x => x > leftmost + 20))
        {
            foreach (var cut in Bands(sorted, x).Where(IsColumn))
            {
                if (best is null || cut.Weight > best.Weight) best = cut;
            }
        }

        return best;
    }

    // A column begins where several lines begin.
    private static IEnumerable<double> Edges(List<CleanLine> sorted) => sorted
        .GroupBy(line => Math.Round(line.Box.X / 2))
        .Where(group => group.Count() >= 2)
        .Select(group => group.Min(line => line.Box.X))
        .Order();

    private static IEnumerable<ColumnCut> Bands(List<CleanLine> sorted, double x)
    {
        var band = new List<CleanLine>();
        foreach (var line in sorted)
        {
            if (line.Box.X < x - 1 && line.Box.Right > x - 2)
            {
                if (Cut(band, x) is { } cut) yield return cut;
                band = [];
            }
            else
            {
                band.Add(line);
            }
        }

        if (Cut(band, x) is { } last) yield return last;
    }

    private static ColumnCut? Cut(List<CleanLine> band, double x)
    {
        var left = band.Where(line => line.Box.Right <= x).ToList();
        var right = band.Where(line => line.Box.X >= x - 1).ToList();
        if (Rows(left) < FewestRows || Rows(right) < FewestRows) return null;
        var top = Math.Max(left.Min(line => line.Box.Y), right.Min(line => line.Box.Y));
        var bottom = Math.Min(left.Max(line => line.Box.Bottom), right.Max(line => line.Box.Bottom));
        if (bottom - top < 20) return null;
        if (Gutter(left, right) >= NarrowestGutter) return new ColumnCut(left, right);
        // Lines that reach far on one side only matter where there is something on the other.
        left = [.. left.Where(line => line.Box.Bottom > top - 1 && line.Box.Y < bottom + 1)];
        right = [.. right.Where(line => line.Box.Bottom > top - 1 && line.Box.Y < bottom + 1)];
        return Rows(left) >= FewestRows && Rows(right) >= FewestRows && Gutter(left, right) >= NarrowestGutter ? new ColumnCut(left, right) : null;
    }

    private static double Gutter(List<CleanLine> left, List<CleanLine> right) => right.Min(line => line.Box.X) - left.Max(line => line.Box.Right);

    private static bool IsColumn(ColumnCut cut)
    {
        var (few, many) = Rows(cut.Left) <= Rows(cut.Right) ? (cut.Left, cut.Right) : (cut.Right, cut.Left);
        if (Share(cut.Left, IsDate) >= 0.4 || Share(cut.Right, IsDate) >= 0.6 || Share(cut.Right, IsLevel) >= 0.4) return false;
        var leftHeadings = Share(cut.Left, IsHeading);
        if (leftHeadings + Share(cut.Left, IsDate) >= 0.6) return false;
        var partners = Share(few, line => many.Exists(other => SameRow(line, other)));
        if (partners >= 0.85 && ReferenceEquals(few, cut.Left) && Rows(many) >= 2 * Rows(few) && IsSparse(cut.Left)) return false;
        var beside = many.Where(line => few.Exists(other => SameRow(line, other))).ToList();
        var isGrid = partners >= 0.9 && Median(few) <= ShortText && Median(beside) <= ShortText;
        return !isGrid || few.Exists(IsHeading);
    }

    private static bool IsDate(CleanLine line) => DateParser.Find(line.Text).Sum(span => span.Length) * 10 >= line.Text.Length * 6;

    // A table of how well languages are known, whose columns mean nothing without their rows.
    private static bool IsLevel(CleanLine line) => Level().IsMatch(line.Text);

    private static bool IsHeading(CleanLine line) => HeadingLexicon.Match(line.Text) is { IsExact: true };

    private static bool IsSparse(List<CleanLine> lines)
    {
        var sorted = lines.OrderBy(line => line.Box.Y).ToList();
        var steps = sorted.Zip(sorted.Skip(1), (a, b) => (b.Box.Y - a.Box.Y) / Math.Max(1, a.Box.Height)).Order().ToList();
        return steps.Count > 0 && steps[steps.Count / 2] > 2.2;
    }

    private static bool SameRow(CleanLine a, CleanLine b) =>
        Math.Min(a.Box.Bottom, b.Box.Bottom) - Math.Max(a.Box.Y, b.Box.Y) > 0.5 * Math.Min(a.Box.Height, b.Box.Height);

    private static int Rows(List<CleanLine> lines)
    {
        var rows = 0;
        var bottom = double.NegativeInfinity;
        foreach (var line in lines.OrderBy(line => line.Box.Y))
        {
            if (line.Box.Y + (line.Box.Height / 2) <= bottom) continue;
            rows++;
            bottom = line.Box.Bottom;
        }

        return rows;
    }

    private static double Share(List<CleanLine> lines, Func<CleanLine, bool> test) => lines.Count == 0 ? 0 : (double)lines.Count(test) / lines.Count;

    private static int Median(List<CleanLine> lines) => lines.Select(line => line.Text.Length).Order().ElementAt(lines.Count / 2);

    [GeneratedRegex(@"^\s*[ABC][12]\+?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}
