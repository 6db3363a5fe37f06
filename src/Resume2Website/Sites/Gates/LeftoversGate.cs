using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Resume2Website.Sites.Gates;

/// <summary>Nothing that a program left behind: no <c>undefined</c> in place of a value, no type's name, no unrendered part, no empty section.</summary>
internal sealed partial class LeftoversGate : ISiteGate
{
    public string Name => "leftovers";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        // Only a text that is nothing but the word is a leftover: people write "undefined behaviour" and "NaN boxing" in earnest.
        var owners = ResumeValues.Of(site.Resume).Select(value => value.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var text in site.Page.All.Where(element => element.LocalName != "script").SelectMany(element => element.ChildNodes.OfType<IText>()))
        {
            var words = text.Data.Trim();
            if (!owners.Contains(words) && Leftover().IsMatch(words)) yield return (Site.Entrance, "A text is a program's leftover, not a value.");
        }

        foreach (var element in site.Page.All.Where(element => element is AngleSharp.Html.Dom.IHtmlUnknownElement))
        {
            yield return (Site.Entrance, "An element is none of HTML's: a part that was not rendered.");
        }

        foreach (var section in site.Page.QuerySelectorAll("section, article, li, p, h3, ul, figure"))
        {
            if (string.IsNullOrWhiteSpace(TextWithoutHeading(section))) yield return (Site.Entrance, $"A {section.LocalName} element is empty.");
        }
    }

    private static string TextWithoutHeading(IElement element) =>
        element.LocalName == "section" && element.QuerySelector("h2") is { } title
            ? string.Concat(element.Children.Where(child => child != title).Select(child => child.TextContent))
            : element.TextContent;

    [GeneratedRegex(@"^(undefined|null|NaN|\[object \w+\]|True|False|(System|Microsoft|Resume2Website)(\.\w+)+(`\d.*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();
}
