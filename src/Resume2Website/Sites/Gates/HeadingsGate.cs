namespace Resume2Website.Sites.Gates;

/// <summary>One first heading, no level left out, none empty.</summary>
internal sealed class HeadingsGate : ISiteGate
{
    public string Name => "headings";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        var headings = site.Page.QuerySelectorAll("h1, h2, h3, h4, h5, h6");
        if (headings.Count(heading => heading.LocalName == "h1") != 1) yield return (Site.Entrance, "The page does not have exactly one first heading.");

        var level = 0;
        foreach (var heading in headings)
        {
            var next = heading.LocalName[1] - '0';
            if (next > level + 1) yield return (Site.Entrance, $"A heading of level {next} follows one of level {level}.");
            if (string.IsNullOrWhiteSpace(heading.TextContent)) yield return (Site.Entrance, "A heading is empty.");
            level = next;
        }
    }
}
