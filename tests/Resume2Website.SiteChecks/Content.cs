using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;
using Resume2Website.Sites.Privacy;

namespace Resume2Website.SiteChecks;

/// <summary>How much of a résumé its site shows.</summary>
public static class Content
{
    /// <summary>The share of its public values that the page shows, 0 to 1; 1 for an empty résumé.</summary>
    /// <param name="findings">What the gates found.</param>
    /// <param name="resume">The whole résumé.</param>
    /// <param name="options">The options that the site was rendered with.</param>
    public static double Shown(IEnumerable<SiteFinding> findings, Resume resume, SiteOptions options)
    {
        var values = ResumeValues.Of(PublicResume.Of(resume, options)).Count();
        return values == 0 ? 1 : 1 - ((double)findings.Count(finding => finding.Gate == "content") / values);
    }
}
