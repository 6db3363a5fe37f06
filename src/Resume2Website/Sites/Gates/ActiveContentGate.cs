namespace Resume2Website.Sites.Gates;

/// <summary>The page runs nothing: no script, no handler, no inline style, no frame, no form.</summary>
internal sealed class ActiveContentGate : ISiteGate
{
    public string Name => "active_content";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        foreach (var element in site.Page.QuerySelectorAll("script:not([type='application/ld+json']), style, iframe, object, embed, form, base, meta[http-equiv], template"))
        {
            yield return (Site.Entrance, $"The page holds a {element.LocalName} element.");
        }

        foreach (var attribute in site.Page.All.SelectMany(element => element.Attributes))
        {
            if (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                yield return (Site.Entrance, "An element has a handler or a style of its own.");
            }
        }
    }
}
