using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Resume2Website.Sites.Privacy;

namespace Resume2Website.Sites.Gates;

/// <summary>What a person chose not to show is in no file of the site, however it is written.</summary>
internal sealed class HiddenDataGate : ISiteGate
{
    public string Name => "hidden_data";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        var hidden = HiddenValues.Of(site.Resume, site.Options);
        var phone = site.Options.ShowPhone ? "" : Digits(site.Resume.Basics.Phone ?? "");
        foreach (var file in site.TextFiles)
        {
            if (Readings(file, site).Any(text => hidden.AppearIn(text) || HoldsPhone(text))) yield return (file.Path, "The file holds something that is to stay hidden.");
        }

        // Templates have no photos of their own.
        if (!site.Options.ShowPhoto && site.Site.Files.FirstOrDefault(file => file.ContentType == "image/jpeg") is { } photo) yield return (photo.Path, "The file holds a photo, which is to stay hidden.");

        // Whatever stands between its digits: a second look that shares nothing with the code that took the number out.
        bool HoldsPhone(string text) => phone.Length >= 8 && Digits(text).Contains(phone[^8..], StringComparison.Ordinal);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // The same value hides behind three spellings: HTML's references, JSON's escapes, vCard's folded lines.
    private static IEnumerable<string> Readings(SiteFile file, InspectedSite site)
    {
        var text = InspectedSite.TextOf(file);
        return file.Path switch
        {
            Site.Entrance => Texts(site.Page),
            _ when file.ContentType == "application/json" => Texts(JsonNode.Parse(text)),
            _ when file.ContentType.StartsWith("text/vcard", StringComparison.Ordinal) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"),
            _ when file.Path.EndsWith(".css", StringComparison.Ordinal) => [],
            _ => [text],
        };
    }

    private static IEnumerable<string> Texts(IDocument page)
    {
        foreach (var attribute in page.All.SelectMany(element => element.Attributes)) yield return attribute.Value;
        foreach (var node in page.Descendants().Where(node => node is IText or IComment))
        {
            if (node.ParentElement?.LocalName != "script") yield return node.TextContent;
        }

        foreach (var block in page.QuerySelectorAll("p, li, h1, h2, h3, title")) yield return block.TextContent;
        foreach (var data in page.QuerySelectorAll("script"))
        {
            foreach (var text in Texts(Parsed(data.TextContent))) yield return text;
        }
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text); // no data at all: read it as it stands
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject children => children.SelectMany(child => Texts(child.Value)),
        JsonArray children => children.SelectMany(Texts),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
