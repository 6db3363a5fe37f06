using AngleSharp.Dom;

namespace Resume2Website.Sites.Gates;

/// <summary>Who cannot see the page finds its parts: one main part that holds the sections, one header and at most one footer of the page.</summary>
internal sealed class LandmarksGate : ISiteGate
{
    private const string Sectioning = "main, article, section, aside, nav";

    public string Name => "landmarks";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        if (site.Page.QuerySelectorAll("main, [role=main]").Length != 1) yield return (Site.Entrance, "The page does not have exactly one main part.");
        if (OfThePage(site, "header, [role=banner]") != 1) yield return (Site.Entrance, "The page does not have exactly one header.");
        if (OfThePage(site, "footer, [role=contentinfo]") > 1) yield return (Site.Entrance, "The page has more than one footer.");
        if (site.Page.QuerySelectorAll("section").Any(section => section.Closest("main") is null)) yield return (Site.Entrance, "A section stands outside the main part of the page.");
        if (site.Page.QuerySelectorAll("main section").Any(section => !section.HasAttribute("aria-labelledby") && !section.HasAttribute("aria-label")))
            yield return (Site.Entrance, "A section has no name.");
    }

    /// <summary>A header or footer within a section is that section's and no landmark.</summary>
    private static int OfThePage(InspectedSite site, string selector) => site.Page.QuerySelectorAll(selector).Count(element => element.ParentElement?.Closest(Sectioning) is null);
}
