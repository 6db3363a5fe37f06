using AngleSharp.Dom;
using Resume2Website.Sites.Privacy;

namespace Resume2Website.Sites.Gates;

/// <summary>Every value of the public résumé stands on the page: as text, as a date, or as a link's address.</summary>
internal sealed class ContentGate : ISiteGate
{
    public string Name => "content";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        var text = Squeezed(string.Concat(site.Page.Body?.Descendants<IText>().Select(node => node.Data + " ") ?? []));
        var dates = site.Page.QuerySelectorAll("time[datetime]").Select(time => time.GetAttribute("datetime")!).ToHashSet(StringComparer.Ordinal);
        var links = site.Page.QuerySelectorAll("a[href]").Select(link => Target(link.GetAttribute("href")!)).OfType<string>().ToHashSet(StringComparer.Ordinal);

        var resume = PublicResume.Of(site.Resume, site.Options);
        foreach (var (pointer, value) in ResumeValues.Of(resume))
        {
            // A country's code is for programs; people read the region beside it. The photo has a gate of its own.
            if (pointer == "/basics/image" || (pointer == "/basics/location/countryCode" && resume.Basics.Location?.Region is not null)) continue;
            if (pointer == "/basics/email" && site.Options.Email == EmailVisibility.Obfuscated) continue;

            if (!Shown(value)) yield return (Site.Entrance, $"The value at {pointer} is not on the page.");
        }

        bool Shown(string value) =>
            value.Split('\n').Select(Squeezed).All(line => text.Contains(line, StringComparison.Ordinal))
            || dates.Contains(value) || IsLink(value) || IsLink("https://" + value);

        bool IsLink(string value) => Target(value) is { } target && links.Contains(target);
    }

    // A host in another script than Latin has two spellings that lead to one place.
    private static string? Target(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        try
        {
            return uri.HostNameType == UriHostNameType.Dns ? $"{uri.Scheme}://{uri.UserInfo}@{uri.IdnHost}:{uri.Port}{uri.PathAndQuery}{uri.Fragment}" : uri.AbsoluteUri;
        }
        catch (FormatException)
        {
            // A host that has no form in ASCII is the target of no link.
            return null;
        }
    }

    // Line breaks, and where one part of a line ends and the next begins, are the template's business.
    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
