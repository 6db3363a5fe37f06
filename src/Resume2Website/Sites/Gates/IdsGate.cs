namespace Resume2Website.Sites.Gates;

/// <summary>No id stands twice, and every reference to one is answered.</summary>
internal sealed class IdsGate : ISiteGate
{
    public string Name => "ids";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        foreach (var _ in site.Page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1))
        {
            yield return (Site.Entrance, "An id stands more than once.");
        }

        foreach (var element in site.Page.QuerySelectorAll("[aria-labelledby]"))
        {
            if (site.Page.GetElementById(element.GetAttribute("aria-labelledby")!) is null)
            {
                yield return (Site.Entrance, "A label refers to an id that the page does not have.");
            }
        }
    }
}
