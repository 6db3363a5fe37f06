using Resume2Website.Sites;

namespace Resume2Website.Stages;

/// <summary>A rendered site and what the gates say of it.</summary>
/// <param name="Site">The site.</param>
/// <param name="Findings">Everything that is wrong with it; empty when nothing is.</param>
public sealed record CheckedSite(Site Site, IReadOnlyList<SiteFinding> Findings)
{
    /// <summary>Whether it breaks a rule of privacy or safety, so that nobody may be shown it.</summary>
    public bool IsRefused => Findings.Any(finding => SiteBuilder.IsBinding(finding.Gate));
}
