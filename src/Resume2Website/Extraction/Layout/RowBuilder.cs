using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>Puts the runs of one region that stand on one baseline into one line: dates set to the right come back to their title.</summary>
internal static class RowBuilder
{
    /// <summary>The region's lines from top to bottom.</summary>
    public static IEnumerable<LayoutLine> Build(IReadOnlyList<CleanLine> region, int number)
    {
        var edges = (region.Min(line => line.Box.X), region.Max(line => line.Box.Right));
        double? bottom = null;
        foreach (var row in Rows(region))
        {
            row.Sort((a, b) => a.Box.X.CompareTo(b.Box.X));
            var box = Union(row);
            var height = Math.Max(1, row[0].Box.Height);
            yield return new LayoutLine
            {
                Segments = [.. Segments(row)],
                Sources = [.. row.Select(line => line.Source)],
                IsBullet = row[0].IsBullet,
                IsDecorated = row[0].IsDecorated,
                Region = number,
                RegionEdges = edges,
                GapBefore = bottom is { } above ? Math.Max(0, (box.Y - above) / height) : 0,
                Box = box,
            };
            bottom = box.Bottom;
        }
    }

    private static List<List<CleanLine>> Rows(IReadOnlyList<CleanLine> region)
    {
        var rows = new List<List<CleanLine>>();
        foreach (var line in region.OrderBy(line => line.Box.Y + (line.Box.Height / 2)).ThenBy(line => line.Box.X))
        {
            var row = rows.Count > 0 ? rows[^1] : null;
            if (row is not null && row.Exists(other => Overlaps(other.Box, line.Box)) && row.TrueForAll(other => IsBeside(other.Box, line.Box))) row.Add(line);
            else rows.Add([line]);
        }

        return rows;
    }

    private static bool Overlaps(SourceBox a, SourceBox b) =>
        Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y) > 0.5 * Math.Min(a.Height, b.Height);

    private static bool IsBeside(SourceBox a, SourceBox b) => a.Right <= b.X + 2 || b.Right <= a.X + 2;

    private static IEnumerable<LayoutSegment> Segments(List<CleanLine> row)
    {
        LayoutSegment? open = null;
        double right = 0;
        foreach (var line in row)
        {
            var near = line.Box.X - right < 0.45 * line.Box.Height;
            if (open is not null && near && Alike(open.Source, line.Source))
            {
                open = open with { Text = open.Text + (line.Box.X - right < 0.1 * line.Box.Height ? "" : " ") + line.Text, Links = [.. open.Links, .. line.Source.Links] };
            }
            else
            {
                if (open is not null) yield return open;
                open = new LayoutSegment(line.Text, line.Source);
            }

            right = line.Box.Right;
        }

        if (open is not null) yield return open;
    }

    private static bool Alike(SourceLine a, SourceLine b) => a.Bold == b.Bold && a.FontSize == b.FontSize;

    private static SourceBox Union(List<CleanLine> row)
    {
        var (x, y) = (row.Min(line => line.Box.X), row.Min(line => line.Box.Y));
        return new SourceBox(x, y, row.Max(line => line.Box.Right) - x, row.Max(line => line.Box.Bottom) - y);
    }
}
