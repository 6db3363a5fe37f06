using Resume2Website.Documents;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Says where lines stand: their numbers, and one box around them on every page that they stand on.</summary>
internal static class ValuePlace
{
    /// <summary>The place of a value that stands in these lines, of which there is at least one.</summary>
    public static ValueProvenance Of(IReadOnlyList<SourceLine> lines)
    {
        var pages = lines.GroupBy(line => line.Page).Select(page => new PagePlace { Page = page.Key, Box = Around(page) }).ToList();
        return new ValueProvenance
        {
            Page = lines[0].Page,
            Line = lines[0].Number,
            Lines = [.. lines.Select(line => line.Number)],
            Box = pages[0].Box,
            OtherPages = pages.Count > 1 ? [.. pages.Skip(1)] : null,
        };
    }

    private static double[] Around(IEnumerable<SourceLine> lines)
    {
        var boxes = lines.Where(line => line.Box is not null).Select(line => line.Box!.Value).ToList();
        if (boxes.Count == 0) return [];
        var (left, top) = (boxes.Min(box => box.X), boxes.Min(box => box.Y));
        return [Round(left), Round(top), Round(boxes.Max(box => box.Right) - left), Round(boxes.Max(box => box.Bottom) - top)];
    }

    private static double Round(double points) => Math.Round(points, 1);
}
