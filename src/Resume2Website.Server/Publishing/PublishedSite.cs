using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>What came of publishing.</summary>
/// <param name="Built">The site, with what the gates found.</param>
/// <param name="IsUnchanged">Whether the same was shown already, so that no version was made.</param>
internal sealed record PublishedSite(CheckedSite Built, bool IsUnchanged);
