using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;

namespace Resume2Website.Stages;

/// <summary>The sections of a site as a person arranges them.</summary>
public static class SiteOutline
{
    private const string Extension = "x-";

    /// <summary>The names of all sections that can be arranged, hidden or given another heading.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. SiteSections.Names.Select(SiteSections.FieldOf)];

    /// <summary>Whether a name is one of <see cref="Names"/>; the <c>x-</c> of a section outside the schema may be omitted.</summary>
    public static bool IsKnown(string name) => Find(name) is not null;

    /// <summary>The sections that a résumé has: first those on the page, in its order, then those it does not show.</summary>
    public static IReadOnlyList<SiteSection> Of(Resume resume, Site site)
    {
        ArgumentNullException.ThrowIfNull(resume);
        ArgumentNullException.ThrowIfNull(site);
        var shown = new InspectedSite(resume, new SiteOptions(), site).Page.QuerySelectorAll("section > h2[id]")
            .Select(heading => (Name: Find(Anchor(heading.Id!)), Heading: heading.TextContent.Trim()))
            .Where(section => section.Name is not null).DistinctBy(section => section.Name)
            .Select(section => new SiteSection(section.Name!, section.Heading)).ToList();
        var present = SectionNames.Of(resume).Select(section => section.Name).Append(resume.Basics.Summary is null ? "" : "summary").ToHashSet(StringComparer.Ordinal);
        return [.. shown, .. Names.Where(name => present.Contains(name) && shown.TrueForAll(section => section.Name != name)).Select(name => new SiteSection(name, null))];
    }

    // Sections outside the schema are numbered on the page: other-1, other-2.
    private static string Anchor(string id) => id.StartsWith("other-", StringComparison.Ordinal) ? "other" : id;

    private static string? Find(string name) =>
        Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase) || known.Equals(Extension + name, StringComparison.OrdinalIgnoreCase));
}
