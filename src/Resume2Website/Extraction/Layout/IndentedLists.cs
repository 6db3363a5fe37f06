using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Layout;

/// <summary>Tells items of lists whose bullets are drawn and not written: lines that stand a little to the right of the line above.</summary>
internal static class IndentedLists
{
    private const double Least = 4;
    private const double Most = 34;

    /// <summary>The lines with such items marked.</summary>
    public static IReadOnlyList<LayoutLine> Mark(IReadOnlyList<LayoutLine> lines, int bodySize)
    {
        var marked = new List<LayoutLine>(lines.Count);
        double? margin = null, item = null;
        LayoutLine? above = null;
        foreach (var line in lines)
        {
            if (above is null || above.Region != line.Region || IsHeading(above)) (margin, item) = (null, null);
            above = line;
            var x = line.Segments.Count == 1 ? line.Box?.X : null;
            if (x is null || line.IsBullet || IsCentered(line) || line.Style.Size > bodySize + 2)
            {
                if (!line.IsBullet) (margin, item) = (line.Box?.X, null);
                marked.Add(line);
            }
            else if (margin is { } left && x - left is >= Least and <= Most && (item is null || Math.Abs(item.Value - x.Value) < 3))
            {
                item = x;
                marked.Add(line with { IsBullet = true, IsIndented = true });
            }
            else
            {
                (margin, item) = (x, null);
                marked.Add(line);
            }
        }

        return marked;
    }

    // What stands below a heading is its own margin, wherever the heading stands.
    private static bool IsHeading(LayoutLine line) => HeadingLexicon.Match(line.Segments[0].Text) is { IsExact: true };

    private static bool IsCentered(LayoutLine line) =>
        line.Box is { } box && Math.Abs((box.X + box.Right) - (line.RegionEdges.Left + line.RegionEdges.Right)) < 4 && box.X - line.RegionEdges.Left > 0.1 * (line.RegionEdges.Right - line.RegionEdges.Left);
}
