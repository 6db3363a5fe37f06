using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>Finds where the entries of a section begin and where their heads end, from the dates and from what lines look like.</summary>
internal sealed class EntryGrouping
{
    private const int TallestHead = 3;
    private readonly IReadOnlyList<EntryLine> lines;
    private readonly EntryShape shape;
    private readonly List<int> anchors;
    private readonly bool secondRowIsUsual;

    private EntryGrouping(IReadOnlyList<LayoutLine> section, EntryShape shape)
    {
        this.shape = shape;
        lines = [.. section.Select(EntryLine.Read)];
        anchors = Anchors();
        secondRowIsUsual = anchors.Count > 1 && anchors.Count(i => i + 1 < lines.Count && lines[i + 1].IsHeader && lines[i + 1].Date is null) >= 0.7 * anchors.Count;
    }

    /// <summary>The entries of a section's lines.</summary>
    public static IReadOnlyList<EntryBlock> Group(IReadOnlyList<LayoutLine> section, EntryShape shape)
    {
        var grouping = new EntryGrouping(section, shape);
        if (grouping.lines.Count == 0) return [];
        if (section.Any(line => line.Part is LinePart.Start)) return SlashedHeads.Part(grouping.LearnedBlocks());
        var starts = grouping.anchors.Count > 0 ? grouping.Starts() : grouping.StartsWithoutDates();
        return SlashedHeads.Part([.. starts.Select((start, i) => grouping.Block(start, i + 1 < starts.Count ? starts[i + 1] : grouping.lines.Count, i == 0))]);
    }

    /// <summary>The entries as a model has learned them: each from its first line to the next one's.</summary>
    private List<EntryBlock> LearnedBlocks()
    {
        var starts = Enumerable.Range(0, lines.Count).Where(i => i == 0 || lines[i].Line.Part is LinePart.Start).ToList();
        return [.. starts.Select((start, i) => LearnedBlock(start, i + 1 < starts.Count ? starts[i + 1] : lines.Count))];
    }

    private EntryBlock LearnedBlock(int start, int end)
    {
        var all = Enumerable.Range(start, end - start).ToLookup(i => i == start || lines[i].Line.Part is LinePart.Head, i => lines[i]);
        // A date that stands alone belongs to the head, wherever the model saw it.
        var dated = all[true].FirstOrDefault(line => line.Date is not null) ?? all[false].FirstOrDefault(line => line is { Date: not null, Rest.Count: 0 });
        return new EntryBlock([.. all[true].Where(line => line.Text.Length > 0)], dated?.Date, dated, [.. all[false].Where(line => !ReferenceEquals(line, dated))]);
    }

    // A range begins an entry; a single date does where the section has no ranges. List items only where nothing else has dates.
    private List<int> Anchors()
    {
        var dated = Enumerable.Range(0, lines.Count).Where(i => lines[i].Date is not null && lines[i].Text.Length <= 200).ToList();
        var plain = dated.Where(i => !lines[i].Line.IsBullet).ToList();
        if (plain.Count > 0) dated = plain;
        var ranges = dated.Where(i => lines[i].Date!.IsRange).ToList();
        return shape.NeedsRange && ranges.Count > 0 ? [.. dated.Where(i => lines[i].Date!.IsRange || ranges.Count < 2 || lines[i].Rest.Count == 0 || LooksLike(i, ranges))] : dated;
    }

    private bool LooksLike(int line, List<int> ranges) => ranges.Exists(range => lines[range].Line.Style == lines[line].Line.Style && lines[range].Rest.Count == lines[line].Rest.Count);

    private List<int> Starts()
    {
        var height = FirstHeight();
        var starts = new List<int> { 0 };
        var model = lines[anchors[0] - height].Line;
        for (var i = 1; i < anchors.Count; i++)
        {
            var start = Enumerable.Range(0, TallestHead + 1)
                .Where(k => IsHead(anchors[i] - k, anchors[i], anchors[i - 1]))
                .OrderByDescending(k => Score(anchors[i], k, height, model)).ThenBy(k => k)
                .Select(k => anchors[i] - k).FirstOrDefault(anchors[i]);
            starts.Add(start);
        }

        return starts;
    }

    private int FirstHeight()
    {
        var height = 0;
        while (height < TallestHead && anchors[0] - height > 0 && lines[anchors[0] - height - 1].IsHeader) height++;
        return height;
    }

    private bool IsHead(int start, int anchor, int previous)
    {
        if (start <= previous) return false;
        for (var i = start; i < anchor; i++)
        {
            if (!lines[i].IsHeader) return false;
        }

        return true;
    }

    private double Score(int anchor, int height, int usual, LayoutLine model)
    {
        var start = anchor - height;
        var line = lines[start].Line;
        var score = height == usual ? 2.0 : -0.7 * Math.Abs(height - usual);
        if (line.Style == model.Style) score += 2;
        if (line.First.Role == Documents.SourceLineRole.Heading) score += 2;
        if (line.GapBefore > 0.5) score += 1.2;
        // White space above the line before says that the entry began there.
        if (start > 0 && lines[start - 1].IsHeader && lines[start - 1].Line.GapBefore > line.GapBefore + 0.4) score -= 2.5;
        if (start > 0 && (lines[start - 1].Line.IsBullet || !lines[start - 1].IsHeader)) score += 1;
        for (var i = start + 1; i <= anchor; i++)
        {
            if (lines[i].Line.GapBefore > line.GapBefore + 0.2) score -= 1.5;
            if (lines[i].Line.First.Role == Documents.SourceLineRole.Heading) score -= 2;
        }

        return score;
    }

    private List<int> StartsWithoutDates()
    {
        if (shape.OneALine && lines.All(line => line.Line.IsBullet || line.IsShort))
        {
            var gaps = Enumerable.Range(0, lines.Count).Where(i => i == 0 || lines[i].Line.IsBullet || lines[i].Line.GapBefore > 0.5 || lines[i].Line.Style == lines[0].Line.Style).ToList();
            return gaps;
        }

        var model = lines[0].Line.Style;
        var isDistinct = lines.Any(line => line.Line.Style != model);
        return [.. Enumerable.Range(0, lines.Count).Where(i => i == 0 || (lines[i].IsHeader && (isDistinct ? lines[i].Line.Style == model : lines[i].Line.GapBefore > 0.5 || lines[i - 1].Line.IsBullet)))];
    }

    private EntryBlock Block(int start, int end, bool isFirst)
    {
        var anchor = anchors.FirstOrDefault(i => i >= start && i < end, -1);
        var last = anchor >= 0 ? anchor : start;
        if (isFirst && anchor - start > TallestHead) start = anchor - FirstHeight();
        var head = Enumerable.Range(start, last - start + 1).Select(i => lines[i]).Where(line => line.Text.Length > 0).ToList();
        var body = last + 1;
        while (body < end && NeedsMore(head) && IsHeadBelow(head, lines[body]))
        {
            head.Add(lines[body]);
            body++;
        }

        return new EntryBlock(head, anchor >= 0 ? lines[anchor].Date : null, anchor >= 0 ? lines[anchor] : null, [.. lines.Skip(body).Take(end - body)]);
    }

    private bool NeedsMore(List<EntryLine> head) => head.Count < shape.Slots;

    private bool IsHeadBelow(List<EntryLine> head, EntryLine next)
    {
        if (!next.IsHeader || next.Line.GapBefore > 1.6 || next.Text.Length == 0) return false;
        if (head.Count == 0) return true;
        var text = head[0].Text;
        if (HeadText.Parts(text).Count > 1) return false;
        var commas = text.Split(',', StringSplitOptions.TrimEntries);
        if (commas.Length == 1) return true;
        var isWhole = commas.Any(part => WordLexicon.OrganizationScore(part) > 0) && commas.Any(part => WordLexicon.OrganizationScore(part) == 0 && WordLexicon.TitleScore(part) + WordLexicon.DegreeScore(part) > 0);
        return !isWhole && (secondRowIsUsual || next.Line.Style != head[0].Line.Style || WordLexicon.OrganizationScore(next.Text) + WordLexicon.TitleScore(next.Text) > 0);
    }
}
