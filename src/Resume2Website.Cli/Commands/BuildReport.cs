using Resume2Website.Cli.Running;

namespace Resume2Website.Cli.Commands;

/// <summary>What <c>build --json</c> says.</summary>
internal sealed record BuildReport(
    string Output, IReadOnlyList<string> Files, IReadOnlyDictionary<string, int> Sections, int Pages, double Confidence, IReadOnlyList<string> Warnings)
{
    public static BuildReport Of(BuiltCv built, string output) => new(
        output, [.. built.Site.Files.Select(file => file.Path)], built.Result.Sections, built.Result.Pages, built.Result.Confidence, built.Result.Warnings);
}
