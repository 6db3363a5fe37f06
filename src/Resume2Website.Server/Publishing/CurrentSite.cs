using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>The site of a job, in memory.</summary>
/// <param name="Job">The record that it is of.</param>
/// <param name="Site">Its files.</param>
internal sealed record CurrentSite(CvJob Job, Site Site);
