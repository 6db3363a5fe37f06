using Resume2Website.Sites;

namespace Resume2Website.Server.Publishing;

/// <summary>The answer to a saved résumé.</summary>
/// <param name="ResumeUrl">Where it is.</param>
/// <param name="SiteUrl">Its preview, already rendered.</param>
/// <param name="Sections">Its sections, with the number of their entries.</param>
/// <param name="Findings">What the gates have to say of the site; empty when it is as it should be.</param>
/// <param name="Warnings">Codes of what was left out: <c>picture_dropped</c> for a picture that could not be read.</param>
/// <param name="Earlier">The versions before it, oldest first; the first is what was read from the document.</param>
internal sealed record ResumeSaved(
    string ResumeUrl, string SiteUrl, IReadOnlyDictionary<string, int> Sections, IReadOnlyList<SiteFinding> Findings,
    IReadOnlyList<string> Warnings, IReadOnlyList<EarlierResume> Earlier);
