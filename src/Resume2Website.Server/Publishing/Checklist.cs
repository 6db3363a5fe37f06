using Resume2Website.Sites.Gates;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>The gates as a list that people read before they publish.</summary>
internal static class Checklist
{
    private const int MaxFindings = 5;

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["hidden_data"] = "What you chose to hide is in no file of the site.",
        ["links"] = "Every link leads somewhere, and nothing is loaded from elsewhere.",
        ["active_content"] = "The page runs no scripts and sets no cookies.",
        ["ids"] = "The page is well formed.",
        ["head"] = "Search engines and link previews find a title and a description.",
        ["landmarks"] = "The page has one beginning and one main part, for those who hear it read.",
        ["headings"] = "The headings are in order, and the page says its language and title.",
        ["contrast"] = "The text stands out well in light and dark.",
        ["alt_text"] = "Every picture says what it shows.",
        ["weight"] = "The page is light enough to load quickly.",
        ["leftovers"] = "Nothing is empty or left over.",
        ["content"] = "Everything from your CV that you did not hide is on the page.",
    };

    /// <summary>The list for a site, what cannot wait first.</summary>
    public static IReadOnlyList<ChecklistItem> Of(CheckedSite built) =>
    [
        .. SiteGates.Names.Select(gate =>
        {
            var findings = built.Findings.Where(finding => finding.Gate == gate).Select(finding => finding.Message).Distinct().Take(MaxFindings).ToList();
            return new ChecklistItem(gate, Sentences.GetValueOrDefault(gate, gate), findings.Count == 0, SiteBuilder.IsBinding(gate), findings);
        }).OrderBy(item => item.IsMet).ThenByDescending(item => item.IsBinding),
    ];
}
