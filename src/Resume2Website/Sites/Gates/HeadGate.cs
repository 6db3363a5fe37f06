using System.Text.Json;
using System.Text.RegularExpressions;

namespace Resume2Website.Sites.Gates;

/// <summary>The page says what it is: its language and direction, title and description, what a link preview shows, and whom it is about in data.</summary>
internal sealed partial class HeadGate : ISiteGate
{
    private static readonly (string Selector, string Missing)[] Needed =
    [
        ("meta[charset]", "The page does not say how it is encoded."),
        ("meta[name=viewport][content]", "The page does not say that it fits a phone."),
        ("meta[name=description]", "The page has no description."),
        ("meta[property='og:title']", "A link preview of the page has no title."),
        ("meta[property='og:description']", "A link preview of the page has no description."),
        ("meta[property='og:image']", "A link preview of the page has no picture."),
        ("link[rel=icon]", "The page has no icon."),
    ];

    public string Name => "head";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site) => Sentences(site).Select(sentence => (Site.Entrance, sentence));

    private static IEnumerable<string> Sentences(InspectedSite site)
    {
        var page = site.Page;
        if (!Language().IsMatch(page.DocumentElement.GetAttribute("lang") ?? "")) yield return "The page does not say its language.";
        if (page.DocumentElement.GetAttribute("dir") is not ("ltr" or "rtl")) yield return "The page does not say whether it reads from the left or from the right.";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "The page has no title.";
        foreach (var (selector, missing) in Needed)
        {
            var found = page.QuerySelectorAll(selector);
            if (found.Length == 0 || found.Any(element => element.Attributes.Any(attribute => attribute.Name is "content" or "href" && string.IsNullOrWhiteSpace(attribute.Value)))) yield return missing;
            else if (found.Length > 1) yield return "The head of the page says the same thing twice.";
        }

        if (page.QuerySelectorAll("script[type='application/ld+json']") is not [var data] || !IsProfile(data.TextContent)) yield return "The page does not tell programs whom it is about.";
        if (page.QuerySelector("link[rel=canonical]") is null != site.Options.BaseUrl is null) yield return "The page names the address it lives at exactly when that is known, and here it is not so.";
    }

    private static bool IsProfile(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("@type", out var type) && type.ValueEquals("ProfilePage");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // RFC 5646, section 2.1, as far as a language can be recognized without the registry.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
