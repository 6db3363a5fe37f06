using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Layout;

/// <summary>Brings dates of a left column that stand lower than the line they belong to back to it.</summary>
internal static class OffsetDates
{
    private const double LeastDistance = 30;
    private const int Reach = 3;

    /// <summary>The lines of one region with such dates moved.</summary>
    public static IEnumerable<LayoutLine> Attach(IReadOnlyList<LayoutLine> lines)
    {
        var attached = lines.ToList();
        for (var i = 1; i < attached.Count; i++)
        {
            var date = attached[i].Segments[0];
            if (!IsDate(date) || ContentLeft(attached[i]) is not { } content || Owner(attached, i, date, content) is not { } owner) continue;
            // A heading in the same column stays first.
            var before = attached[owner].Segments.TakeWhile(segment => segment.Source.Box?.X <= date.Source.Box?.X + 1).ToList();
            attached[owner] = attached[owner] with { Segments = [.. before, date, .. attached[owner].Segments.Skip(before.Count)], Sources = [date.Source, .. attached[owner].Sources] };
            if (attached[i].Segments.Count == 1) attached.RemoveAt(i--);
            else attached[i] = attached[i] with { Segments = [.. attached[i].Segments.Skip(1)], Sources = [.. attached[i].Sources.Where(source => source != date.Source)], Box = attached[i].Segments[1].Source.Box };
        }

        return attached;
    }

    // The outdented or bold line above, when the date's own line is one of its details.
    private static int? Owner(List<LayoutLine> lines, int index, LayoutSegment date, double content)
    {
        if (date.Source.Box is not { } box) return null;
        for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            var line = lines[i];
            if (line.Segments.Any(IsDate)) return null;
            var text = line.Segments[^1];
            if (text.Source.Box is not { } place || place.X - box.Right < LeastDistance) return null;
            var heads = place.X < content - 3 || (text.Source.Bold && !lines[index].Segments[^1].Source.Bold);
            if (heads) return i;
        }

        return null;
    }

    private static double? ContentLeft(LayoutLine line) =>
        line.Segments.Count == 1 ? double.MaxValue : line.Segments.Count == 2 && line.Segments[0].Source.Box is { } date && line.Segments[1].Source.Box is { } text && text.X - date.Right > LeastDistance ? text.X : null;

    private static bool IsDate(LayoutSegment segment) =>
        DateParser.Find(segment.Text) is [{ IsRange: true } only] && only.Length >= segment.Text.Length - 2;
}
