using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>A job's design, and what there is to choose from.</summary>
internal sealed record DesignView
{
    public required Design Design { get; init; }

    public required IReadOnlyList<TemplateInfo> Templates { get; init; }

    /// <summary>The languages whose headings and dates a site can have.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The language that the résumé is in, BCP 47; null when it is not known.</summary>
    public required string? ResumeLanguage { get; init; }

    /// <summary>The sections that this résumé has: those on the page in its order, then those that are hidden.</summary>
    public required IReadOnlyList<SiteSection> Sections { get; init; }

    /// <summary>Whether the résumé has a photo to show or to hide.</summary>
    public required bool HasPhoto { get; init; }

    /// <summary>What the gates have to say of the site; empty when it is as it should be.</summary>
    public required IReadOnlyList<SiteFinding> Findings { get; init; }

    public required string SiteUrl { get; init; }
}
