using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>Brings a document into reading order.</summary>
internal static class LayoutAnalysis
{
    /// <summary>The document's lines as a person would read them.</summary>
    public static LayoutDocument Analyze(SourceDocument document)
    {
        var dropped = new HashSet<SourceLine>(PageFurniture.Find(document), ReferenceEqualityComparer.Instance);
        var kept = Clean(document, dropped);
        var rows = Pages(kept).ToList();
        var bodySize = BodySize(rows);
        var lines = IndentedLists.Mark(rows, bodySize);
        return new LayoutDocument(document, new ParagraphJoiner(document, lines).Join(lines), [.. document.Lines.Where(dropped.Contains)], bodySize);
    }

    private static List<CleanLine> Clean(SourceDocument document, HashSet<SourceLine> dropped)
    {
        var kept = new List<CleanLine>();
        var bullet = (SourceLine?)null;
        foreach (var line in document.Lines)
        {
            if (dropped.Contains(line)) continue;
            if (LineCleaner.Clean(line) is { } clean)
            {
                kept.Add(bullet is not null && StandsBefore(bullet, line) ? clean with { IsBullet = true } : clean);
                bullet = null;
                continue;
            }

            if (LineCleaner.IsRule(line) && kept.Count > 0 && line.Box is null) kept[^1] = kept[^1] with { IsDecorated = kept[^1].Text.Length < 60 };
            bullet = LineCleaner.IsBullet(line) ? line : bullet;
            if (line.Links.Count == 0) dropped.Add(line);
            else kept.Add(new CleanLine(line, line.Text.Trim(), false, false));
        }

        return kept;
    }

    private static bool StandsBefore(SourceLine bullet, SourceLine line) =>
        bullet.Page == line.Page && (bullet.Box, line.Box) is not ({ } a, { } b)
        || (bullet.Box is { } mark && line.Box is { } text && mark.Right <= text.X + 1 && text.X - mark.Right < 4 * text.Height && mark.Y < text.Bottom && text.Y < mark.Bottom);

    private static IEnumerable<LayoutLine> Pages(List<CleanLine> lines)
    {
        var region = 0;
        foreach (var page in lines.GroupBy(line => line.Source.Page).OrderBy(group => group.Key))
        {
            var all = page.ToList();
            if (all.TrueForAll(line => line.Source.Box is not null))
            {
                foreach (var part in ColumnSplitter.Split(all))
                {
                    foreach (var row in OffsetDates.Attach(BrokenDates.Mend([.. RowBuilder.Build(part, region)]))) yield return row;
                    region++;
                }
            }
            else
            {
                foreach (var row in FlowBuilder.Build(all)) yield return row with { Region = region + row.Region };
                region += all.Count;
            }
        }
    }

    private static int BodySize(List<LayoutLine> lines) => lines
        .GroupBy(line => line.Style.Size)
        .OrderByDescending(group => group.Sum(line => line.Text.Length)).ThenBy(group => group.Key)
        .Select(group => group.Key).FirstOrDefault();
}
