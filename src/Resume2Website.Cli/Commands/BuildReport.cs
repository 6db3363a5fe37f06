using Resume2Website.Cli.Running;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Commands;

/// <summary>What <c>build --json</c> says.</summary>
/// <param name="Output">The folder the site was written to; null when nothing was written.</param>
/// <param name="Files">The files that were written to it.</param>
/// <param name="Pdf">The PDF that was written; null when none was.</param>
/// <param name="Sections">The sections found in the CV, with the number of their entries.</param>
/// <param name="Pages">The pages of the CV.</param>
/// <param name="Confidence">How sure the extraction is as a whole, 0 to 1.</param>
/// <param name="Warnings">Codes of what is to be looked at.</param>
/// <param name="Findings">What the gates found wrong with the site.</param>
internal sealed record BuildReport(
    string? Output, IReadOnlyList<string> Files, string? Pdf, IReadOnlyDictionary<string, int> Sections, int Pages, double Confidence,
    IReadOnlyList<string> Warnings, IReadOnlyList<SiteFinding> Findings)
{
    public static BuildReport Of(BuiltCv built, string? output, string? pdf) => new(
        output, output is null ? [] : [.. built.Site.Files.Select(file => file.Path)], pdf, built.Result.Sections, built.Result.Pages, built.Result.Confidence,
        built.Result.Warnings, built.Findings);
}
