using Resume2Website.Sites;

namespace Resume2Website.Server.Publishing;

/// <summary>What a person decides about the looks and the privacy of their site, as it is sent and shown. A field that is left out has its default.</summary>
internal sealed record Design
{
    private static readonly string DefaultTemplate = new SiteOptions().Template;

    public string Template { get; init => field = value ?? DefaultTemplate; } = DefaultTemplate;

    /// <summary>One of the template's accents; its first when null.</summary>
    public string? Accent { get; init; }

    /// <summary>Sections in the order wanted, by their names in JSON Resume; those not named follow in the template's order.</summary>
    public IReadOnlyList<string> SectionOrder { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> HiddenSections { get; init => field = value ?? []; } = [];

    /// <summary>Headings instead of the template's, by name of section.</summary>
    public IReadOnlyDictionary<string, string> SectionTitles { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    public bool ShowPhone { get; init; }

    /// <summary>Whether street and postal code are shown.</summary>
    public bool ShowAddress { get; init; }

    /// <summary>Whether the photo is shown, where there is one.</summary>
    // Not init: generated JSON would read a design without this field as one that hides the photo.
    public bool ShowPhoto { get; set; } = true;

    public EmailVisibility Email { get; init; }

    /// <summary>The language of headings and dates, BCP 47; the résumé's own when null.</summary>
    public string? Language { get; init; }

    /// <summary>"Today" for durations; the day it had before when null.</summary>
    public DateOnly? AsOf { get; init; }

    public static Design Of(SiteOptions options) => new()
    {
        Template = options.Template,
        Accent = options.Accent,
        SectionOrder = options.SectionOrder,
        HiddenSections = options.HiddenSections,
        SectionTitles = options.SectionTitles,
        ShowPhone = options.ShowPhone,
        ShowAddress = options.ShowAddress,
        ShowPhoto = options.ShowPhoto,
        Email = options.Email,
        Language = options.Language,
        AsOf = options.AsOf,
    };

    public SiteOptions ToOptions(DateOnly? asOfBefore) => new()
    {
        Template = Template,
        Accent = Accent,
        SectionOrder = SectionOrder,
        HiddenSections = HiddenSections,
        SectionTitles = SectionTitles,
        ShowPhone = ShowPhone,
        ShowAddress = ShowAddress,
        ShowPhoto = ShowPhoto,
        Email = Email,
        Language = Language,
        AsOf = AsOf ?? asOfBefore,
    };
}
