namespace Resume2Website.Sites.Gates;

/// <summary>Every picture says what it shows.</summary>
internal sealed class AltTextGate : ISiteGate
{
    public string Name => "alt_text";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site) => site.Page.QuerySelectorAll("img")
        .Where(image => string.IsNullOrWhiteSpace(image.GetAttribute("alt")))
        .Select(_ => (Site.Entrance, "A picture has no alternative text."));
}
