using AngleSharp.Dom;

namespace Resume2Website.Sites.Gates;

/// <summary>Every link leads somewhere allowed, and everything the page loads is one of the site's own files.</summary>
internal sealed class LinksGate : ISiteGate
{
    private static readonly string[] Allowed = ["http", "https", "mailto", "tel"];

    private static readonly string[] Relations = ["noopener", "nofollow", "ugc"];

    public string Name => "links";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        foreach (var link in site.Page.QuerySelectorAll("a[href]"))
        {
            if (FaultOf(link, site) is { } fault) yield return (InspectedSite.Entrance, fault);
        }

        foreach (var loaded in site.Page.QuerySelectorAll("link[href]:not([rel=canonical]), img[src], source[src], script[src], [srcset]"))
        {
            var address = loaded.GetAttribute("href") ?? loaded.GetAttribute("src") ?? loaded.GetAttribute("srcset") ?? "";
            if (site.Site.Find(address) is null) yield return (InspectedSite.Entrance, $"A {loaded.LocalName} element loads something that is no file of the site.");
        }

        foreach (var style in site.Site.Files.Where(file => file.Path.EndsWith(".css", StringComparison.Ordinal)))
        {
            var css = InspectedSite.TextOf(style);
            if (css.Contains("@import", StringComparison.OrdinalIgnoreCase) || css.Contains("url(", StringComparison.OrdinalIgnoreCase))
            {
                yield return (style.Path, "The style sheet loads something.");
            }
        }
    }

    private static string? FaultOf(IElement link, InspectedSite site)
    {
        var href = link.GetAttribute("href")!;
        if (href.StartsWith('#')) return site.Page.GetElementById(href[1..]) is null ? "A link points at a place that the page does not have." : null;
        if (!Uri.TryCreate(href, UriKind.RelativeOrAbsolute, out var uri)) return "A link has no readable address.";
        if (!uri.IsAbsoluteUri) return site.Site.Find(href) is null ? "A link points at a file that the site does not have." : null;
        if (!Allowed.Contains(uri.Scheme)) return "A link uses a scheme that is not allowed.";

        var outward = uri.Scheme is "http" or "https";
        var relation = link.GetAttribute("rel")?.Split(' ') ?? [];
        return outward && !Relations.All(relation.Contains) ? "A link that leads out lacks rel=\"noopener nofollow ugc\"." : null;
    }
}
