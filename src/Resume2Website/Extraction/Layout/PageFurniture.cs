using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Layout;

/// <summary>Tells the lines that belong to the paper and not to the person: page numbers, and headers after their first time.</summary>
internal static partial class PageFurniture
{
    private const double Margin = 0.09;

    /// <summary>The lines that can go without losing anything.</summary>
    public static IReadOnlySet<SourceLine> Find(SourceDocument document)
    {
        var dropped = new HashSet<SourceLine>(ReferenceEqualityComparer.Instance);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var heights = document.Pages.GroupBy(page => page.Number).ToDictionary(group => group.Key, group => group.First().Height);
        foreach (var line in document.Lines)
        {
            if (!IsAtEdge(line, heights.GetValueOrDefault(line.Page))) continue;
            if (TextFolding.Fold(line.Text).Trim() is var text && (PageNumber().IsMatch(text) || PageOfPages().IsMatch(text))) dropped.Add(line);
            var key = Digits().Replace(TextFolding.Fold(line.Text), "0");
            if (seen.TryGetValue(key, out var page) && page != line.Page) dropped.Add(line);
            else seen[key] = line.Page;
        }

        return dropped;
    }

    private static bool IsAtEdge(SourceLine line, double? height) =>
        line.Role is SourceLineRole.PageHeader or SourceLineRole.PageFooter
        || (line.Box is { } box && height is > 0 and { } h && (box.Bottom < h * Margin || box.Y > h * (1 - Margin)));

    [GeneratedRegex(@"^(?:[-–—·|]\s*)?(?:(?:page|seite|pagina|página|strona|p\.|s\.)\s*)?\d{1,2}(?:\s*(?:/|of|von|sur|de|van|di|z|out of|\|)\s*\d{1,2})?(?:\s*[-–—·|])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    // "A. Name – Page 1 of 2": the name stands above, where it belongs.
    [GeneratedRegex(@"^(?:.{2,60}[-–—·|,]\s*)?(?:page|seite|pagina|strona|p\.|s\.)\s*\d{1,2}\s*(?:/|of|von|sur|de|van|di|z)\s*\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex PageOfPages();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
