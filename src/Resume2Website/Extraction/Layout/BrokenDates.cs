using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Layout;

/// <summary>Joins dates that were wrapped: a narrow column of dates breaks "January 2021 – / March 2023", a full line ends before its last year.</summary>
internal static class BrokenDates
{
    private const double SameEdge = 4;

    /// <summary>The region's lines with wrapped dates joined.</summary>
    public static IReadOnlyList<LayoutLine> Mend(IReadOnlyList<LayoutLine> lines)
    {
        var mended = lines.ToList();
        for (var i = 0; i + 1 < mended.Count; i++)
        {
            if (Join(mended[i], mended[i + 1]) is not var (upper, lower)) continue;
            mended[i] = upper;
            if (lower is null) mended.RemoveAt(i + 1);
            else mended[i + 1] = lower;
        }

        return mended;
    }

    private static (LayoutLine Upper, LayoutLine? Lower)? Join(LayoutLine upper, LayoutLine lower)
    {
        var rest = lower.Segments[0];
        if (lower.IsBullet || !rest.Text.Any(char.IsDigit) || rest.Source.Box is not { } below) return null;
        var index = upper.Segments.ToList().FindIndex(segment => segment.Source.Box is { } box && Math.Abs(box.X - below.X) < SameEdge);
        if (index < 0) return null;
        var joined = $"{upper.Segments[index].Text} {rest.Text}";
        if (!IsOneDate(joined, upper.Segments[index].Text.Length)) return null;
        var whole = upper with
        {
            Segments = [.. upper.Segments.Select((segment, i) => i == index ? segment with { Text = joined, Links = [.. segment.Links, .. rest.Links] } : segment)],
            Sources = lower.Segments.Count == 1 ? [.. upper.Sources, .. lower.Sources] : [.. upper.Sources, rest.Source],
        };
        return (whole, lower.Segments.Count == 1 ? null : lower with { Segments = [.. lower.Segments.Skip(1)], Sources = [.. lower.Sources.Where(source => source != rest.Source)] });
    }

    // One date goes over the break and on to the end.
    private static bool IsOneDate(string text, int seam) =>
        DateParser.Find(text).Any(date => date.Start < seam && date.End > seam && text[date.End..].Trim(' ', ')', '.', ',').Length == 0);
}
