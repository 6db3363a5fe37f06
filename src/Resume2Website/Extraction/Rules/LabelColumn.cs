using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Rules;

/// <summary>Joins headings that stand in a narrow column of labels and were wrapped there, beside the lines they head.</summary>
internal static class LabelColumn
{
    private const int Reach = 2;

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
                    Sources = [.. joined[i].Sources, joined[j].First],
                };
                if (joined[j].Segments.Count == 1) joined.RemoveAt(j);
                else joined[j] = joined[j] with { Segments = [.. joined[j].Segments.Skip(1)] };
                break;
            }
        }

        return joined;
    }

    private static bool IsRest(LayoutLine line, LayoutLine next)
    {
        var (a, b) = (line.Segments[0], next.Segments[0]);
        if (a.Source.Box is not { } first || b.Source.Box is not { } second || line.Segments.Count == 1 || Math.Abs(first.X - second.X) > 2) return false;
        return a.Source.Bold == b.Source.Bold && a.Source.FontSize == b.Source.FontSize && second.Y - first.Bottom < first.Height
            && HeadingLexicon.Match($"{a.Text} {b.Text}") is { IsExact: true };
    }
}
