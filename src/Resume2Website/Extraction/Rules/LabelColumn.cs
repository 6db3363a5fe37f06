using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Rules;

/// <summary>Joins headings that stand in a narrow column of labels and were wrapped there, beside the lines they head.</summary>
internal static class LabelColumn
{
    private const int Reach = 2;
    private const int TallestBlock = 6;

    /// <summary>The lines with wrapped labels joined.</summary>
    public static IReadOnlyList<LayoutLine> Join(IReadOnlyList<LayoutLine> lines)
    {
        var joined = lines.ToList();
        for (var i = 0; i < joined.Count; i++)
        {
            for (var j = i + 1; j <= i + Reach && j < joined.Count && joined[j].Region == joined[i].Region; j++)
            {
                if (!IsRest(joined[i], joined[j])) continue;
                var label = joined[i].Segments[0];
                joined[i] = joined[i] with
                {
                    Segments = [label with { Text = $"{label.Text} {joined[j].Segments[0].Text}" }, .. joined[i].Segments.Skip(1)],
                    Sources = [.. joined[i].Sources, .. SourcesOfLabel(joined[j])],
                };
                if (joined[j].Segments.Count == 1) joined.RemoveAt(j);
                else joined[j] = WithoutLabel(joined[j]);
                break;
            }
        }

        return joined;
    }

    /// <summary>The lines with labels that stand at the middle of what they head raised to its first line.</summary>
    public static IReadOnlyList<LayoutLine> Raise(IReadOnlyList<LayoutLine> lines)
    {
        var raised = lines.ToList();
        for (var i = 1; i < raised.Count; i++)
        {
            var label = raised[i].Segments[0];
            if (label.Source.Box is not { } box || HeadingLexicon.Match(label.Text) is not { IsExact: true } || BlockStart(raised, i, box.Right) is not { } start) continue;
            raised[start] = raised[start] with { Segments = [label, .. raised[start].Segments], Sources = [.. SourcesOfLabel(raised[i]), .. raised[start].Sources] };
            if (raised[i].Segments.Count > 1) raised[i] = WithoutLabel(raised[i]);
            else raised.RemoveAt(i);
        }

        return raised;
    }

    private static IReadOnlyList<SourceLine> SourcesOfLabel(LayoutLine line) => line.Segments.Count == 1 ? line.Sources : [line.First];

    private static LayoutLine WithoutLabel(LayoutLine line) => line with
    {
        Segments = [.. line.Segments.Skip(1)],
        Sources = line.Segments.Skip(1).Any(segment => ReferenceEquals(segment.Source, line.First)) ? line.Sources : [.. line.Sources.Where(source => !ReferenceEquals(source, line.First))],
    };

    // The first line of the block around a label: lines that stand right of it, closer to each other than to what is above them.
    private static int? BlockStart(List<LayoutLine> lines, int label, double right)
    {
        var widest = lines[label].GapBefore;
        for (var i = label - 1; i >= 0 && i >= label - TallestBlock && lines[i].Region == lines[label].Region && lines[i].Box is { } box && box.X > right; i--)
        {
            if (lines[i].GapBefore > 1 && widest < 0.6 * lines[i].GapBefore) return i;
            widest = Math.Max(widest, lines[i].GapBefore);
        }

        return null;
    }

    private static bool IsRest(LayoutLine line, LayoutLine next)
    {
        var (a, b) = (line.Segments[0], next.Segments[0]);
        if (a.Source.Box is not { } first || b.Source.Box is not { } second || line.Segments.Count == 1 || Math.Abs(first.X - second.X) > 2) return false;
        return a.Source.Bold == b.Source.Bold && a.Source.FontSize == b.Source.FontSize && second.Y - first.Bottom < first.Height
            && HeadingLexicon.Match($"{a.Text} {b.Text}") is { IsExact: true };
    }
}
