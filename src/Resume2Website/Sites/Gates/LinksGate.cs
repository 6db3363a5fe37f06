using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Resume2Website.Sites.Gates;

/// <summary>Every link leads somewhere allowed, and everything the page loads is one of the site's own files.</summary>
internal sealed partial class LinksGate : ISiteGate
{
    private static readonly string[] Allowed = ["http", "https", "mailto", "tel"];

    private static readonly string[] Relations = ["noopener", "nofollow", "ugc"];

    public string Name => "links";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        foreach (var link in site.Page.QuerySelectorAll("a[href]"))
        {
            if (FaultOf(link, site) is { } fault) yield return (Site.Entrance, fault);
        }

        foreach (var loaded in site.Page.QuerySelectorAll("link[href]:not([rel=canonical]), img[src], source[src], script[src], [srcset]"))
        {
            if (!Addresses(loaded).All(address => site.Site.Find(address) is not null))
                yield return (Site.Entrance, $"A {loaded.LocalName} element loads something that is no file of the site.");
        }

        foreach (var style in site.Site.Files.Where(file => file.Path.EndsWith(".css", StringComparison.Ordinal)))
        {
            var css = InspectedSite.TextOf(style);
            var named = Reference().Matches(css);
            if (css.Contains("@import", StringComparison.OrdinalIgnoreCase) || Loading().Count(css) != named.Count
                || !named.All(match => site.Site.Find(match.Groups[1].Value) is not null))
            {
                yield return (style.Path, "The style sheet loads something that is no file of the site.");
            }
        }
    }

    private static IEnumerable<string> Addresses(IElement element)
    {
        foreach (var name in new[] { "href", "src" })
        {
            if (element.GetAttribute(name) is { } address) yield return address;
        }

        foreach (var candidate in element.GetAttribute("srcset")?.Split(',', StringSplitOptions.TrimEntries) ?? []) yield return candidate.Split(' ')[0];
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

    [GeneratedRegex(@"url\(""([^""\\]*)""\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    // However it is written: unquoted, escaped, or by another function that takes addresses.
    [GeneratedRegex(@"url\(|src\(|image-set\(|\\", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loading();
}
