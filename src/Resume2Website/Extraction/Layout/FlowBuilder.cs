using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>Builds the lines of formats without places: tabs part runs, the short cells of a table row stand beside each other.</summary>
internal static class FlowBuilder
{
    private const int LinesOfAShortCell = 2;
    private const double GapOfABlock = 0.6;

    /// <summary>The document's lines in its own order.</summary>
    public static IEnumerable<LayoutLine> Build(IReadOnlyList<CleanLine> lines)
    {
        var cells = lines.Where(line => line.Source.Cell is not null).GroupBy(line => line.Source.Cell!).ToDictionary(group => group.Key, group => group.Count());
        var region = 0;
        CleanLine? previous = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (StartsColumn(previous, line, cells)) region++;
            var beside = Beside(lines, i, cells);
            yield return Line([line, .. beside], region, Gap(previous, line));
            i += beside.Count;
            previous = lines[i];
        }
    }

    // The first cell of a row takes the first line of the next one beside it when it is as short as a date or a label.
    private static List<CleanLine> Beside(IReadOnlyList<CleanLine> lines, int index, Dictionary<SourceCell, int> cells)
    {
        var beside = new List<CleanLine>();
        if (lines[index].Source.Cell is not { } cell || cells[cell] != 1 || lines[index].Text.Length > 60) return beside;
        for (var i = index + 1; i < lines.Count && lines[i].Source.Cell is { } next && next.Table == cell.Table && next.Row == cell.Row && next.Column == cell.Column + beside.Count + 1; i++)
        {
            beside.Add(lines[i]);
            if (cells[next] != 1) break;
        }

        return beside;
    }

    private static bool StartsColumn(CleanLine? previous, CleanLine line, Dictionary<SourceCell, int> cells) =>
        previous is not null && previous.Source.Cell != line.Source.Cell
        && ((previous.Source.Cell is { } before && cells[before] > LinesOfAShortCell) || (line.Source.Cell is { } cell && cells[cell] > LinesOfAShortCell && cell.Column == 1));

    private static double Gap(CleanLine? previous, CleanLine line) =>
        previous is not null && line.Source.Block != 0 && previous.Source.Block != line.Source.Block ? GapOfABlock : 0;

    private static LayoutLine Line(IReadOnlyList<CleanLine> row, int region, double gap) => new()
    {
        Segments = [.. row.SelectMany(Segments)],
        Sources = [.. row.Select(line => line.Source)],
        IsBullet = row[0].IsBullet,
        IsDecorated = row[0].IsDecorated,
        Region = region,
        GapBefore = gap,
    };

    private static IEnumerable<LayoutSegment> Segments(CleanLine line)
    {
        var texts = line.Text.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return texts.Length <= 1
            ? [new LayoutSegment(line.Text.Trim(), line.Source)]
            : texts.Select((text, i) => new LayoutSegment(text, line.Source) { Links = LinksWithin(line.Source, text, i == 0) });
    }

    private static List<SourceLink> LinksWithin(SourceLine source, string text, bool isFirst)
    {
        var start = source.Text.IndexOf(text, StringComparison.Ordinal);
        return [.. source.Links.Where(link => start < 0 ? isFirst : link.Start >= start && link.Start < start + text.Length)];
    }
}
