using Resume2Website.Sites.Privacy;

namespace Resume2Website.Sites;

/// <summary>What a person decides about their site. With the résumé it determines every byte of it.</summary>
public sealed record SiteOptions
{
    /// <summary>The template's name.</summary>
    public string Template { get; init; } = "gutter";

    /// <summary>The accent's name, one of the template's; its first when null.</summary>
    public string? Accent { get; init; }

    /// <summary>"Today" for durations and open ends; none are shown when null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The language of section titles and dates, BCP 47; the résumé's own when null.</summary>
    public string? Language { get; init; }

    /// <summary>Where the site will live; canonical link and sitemap only with it.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Whether the phone number is shown. What is not shown is in no file of the site.</summary>
    public bool ShowPhone { get; init; }

    /// <summary>Whether street and postal code are shown.</summary>
    public bool ShowAddress { get; init; }

    /// <summary>Whether the person's photo is shown, where the résumé has one. A photo that is not shown is in no file of the site.</summary>
    // Not init: generated JSON would read options that were kept before there was this one as false.
    public bool ShowPhoto { get; set; } = true;

    /// <summary>How the mail address is shown.</summary>
    public EmailVisibility Email { get; init; } = EmailVisibility.Shown;

    /// <summary>Sections in the order wanted, by their names in JSON Resume; those not named follow in the template's order.</summary>
    public IReadOnlyList<string> SectionOrder { get; init; } = [];

    /// <summary>Sections that are left out.</summary>
    public IReadOnlyList<string> HiddenSections { get; init; } = [];

    /// <summary>Headings that the person wrote instead of the template's, by the names of <see cref="SectionOrder"/>; an empty one counts as none.</summary>
    public IReadOnlyDictionary<string, string> SectionTitles { get; init; } = new Dictionary<string, string>();

    /// <summary>The heading that the person gave a section; null when they gave none.</summary>
    public string? TitleOf(string section) =>
        SectionTitles.FirstOrDefault(title => SameSection(title.Key, section)).Value is { } text && PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>Whether a section is left out; the <c>x-</c> of a section outside the schema may be omitted.</summary>
    public bool Hides(string section) => HiddenSections.Any(hidden => SameSection(hidden, section));

    internal static bool SameSection(string one, string other) =>
        string.Equals(BareName(one), BareName(other), StringComparison.OrdinalIgnoreCase);

    private static string BareName(string section) => section.StartsWith("x-", StringComparison.OrdinalIgnoreCase) ? section[2..] : section;
}
