using System.Text.RegularExpressions;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Pdf;

/// <summary>
/// Finds what is printed at the same place of several pages: page numbers, names, letterheads. At the top the first page keeps its line as body, because
/// there it is the letterhead itself and not yet a repetition.
/// </summary>
internal static partial class RunningLines
{
    /// <summary>How much of a page's height, at either end, is margin.</summary>
    private const double Margin = 0.12;

    /// <summary>The lines, with the roles of those that repeat.</summary>
    public static IReadOnlyList<SourceLine> Mark(IReadOnlyList<SourceLine> lines, IReadOnlyList<SourcePage> pages)
    {
        if (pages.Count < 2) return lines;
        var heights = pages.ToDictionary(page => page.Number, page => page.Height ?? 0);
        var repeated = lines.Where(line => RoleOf(line, heights) != SourceLineRole.Body)
            .GroupBy(KeyOf)
            .Where(group => group.Select(line => line.Page).Distinct().Count() is var count && count >= 2 && count * 2 >= pages.Count)
            .Select(group => group.Key)
            .ToHashSet();
        return [.. lines.Select(line => repeated.Contains(KeyOf(line)) ? WithRole(line, RoleOf(line, heights)) : line)];
    }

    private static SourceLine WithRole(SourceLine line, SourceLineRole role) =>
        line.Page == 1 && role == SourceLineRole.PageHeader ? line : line with { Role = role, Level = 0 };

    private static SourceLineRole RoleOf(SourceLine line, Dictionary<int, double> heights)
    {
        if (line.Box is not { } box) return SourceLineRole.Body;
        var height = heights[line.Page];
        return box.Bottom <= height * Margin ? SourceLineRole.PageHeader
            : box.Y >= height * (1 - Margin) ? SourceLineRole.PageFooter
            : SourceLineRole.Body;
    }

    /// <summary>Page numbers differ from page to page: every number counts as the same.</summary>
    private static (string Text, double Y) KeyOf(SourceLine line) => (Numbers().Replace(line.Text, "#"), Math.Round((line.Box?.Y ?? 0) / 4));

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
