namespace Resume2Website.Sites;

/// <summary>The sections that a site can have, as <see cref="SiteOptions"/> names them.</summary>
public static class SiteSections
{
    /// <summary>Their names: those of JSON Resume, and <c>summary</c>, <c>talks</c>, <c>courses</c> and <c>other</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "summary", "work", "projects", "education", "skills", "languages", "certificates", "courses", "publications", "talks", "awards", "volunteer", "interests", "references", "other",
    ];

    /// <summary>The name of a section in a résumé's JSON, where those outside the schema begin with <c>x-</c>.</summary>
    internal static string FieldOf(string name) => name is "talks" or "courses" or "other" ? "x-" + name : name;

    /// <summary>Whether there is such a section; upper and lower case, and the <c>x-</c> of one outside the schema, make no difference.</summary>
    public static bool Has(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Any(known => SiteOptions.SameSection(known, name));
    }
}
