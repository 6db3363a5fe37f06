using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Cli.Running;

/// <summary>A site and what is to be said of it.</summary>
/// <param name="Result">What the run ended with.</param>
/// <param name="Site">The site.</param>
/// <param name="Findings">What the gates found wrong with it.</param>
internal sealed record BuiltCv(CvResult Result, Site Site, IReadOnlyList<SiteFinding> Findings);
