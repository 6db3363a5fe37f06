using Resume2Website.Resumes;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>A job after a change, with what its preview was made of.</summary>
internal sealed record SavedSite(CvJob Job, Resume Resume, CheckedSite Built)
{
    /// <summary>Codes of what was left out of what was sent.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
