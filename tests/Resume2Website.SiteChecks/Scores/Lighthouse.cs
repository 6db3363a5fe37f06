using System.Text.Json;
using Resume2Website.SiteChecks.Browsers;
using Resume2Website.Sites;

namespace Resume2Website.SiteChecks.Scores;

/// <summary>Google's Lighthouse over a served site. One at a time: it measures time, so two of them would measure each other.</summary>
public static class Lighthouse
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    /// <summary>Measures a site as a phone on a slow network sees it, or a desktop computer.</summary>
    /// <exception cref="ToolMissingException">Lighthouse, node or Chromium is not installed.</exception>
    public static async Task<LighthouseScores> RunAsync(Site site, bool isDesktop = false, CancellationToken cancellationToken = default)
    {
        await using var server = await SiteServer.StartAsync(site);
        string[] arguments =
        [
            WebTools.Package("lighthouse/cli/index.js"), server.Address.AbsoluteUri, "--output=json", "--output-path=stdout", "--quiet",
            $"--only-categories={string.Join(',', Categories)}", $"--chrome-flags=--headless {string.Join(' ', SiteBrowser.Flags)}", .. isDesktop ? ["--preset=desktop"] : Array.Empty<string>(),
        ];
        var run = await ToolRun.OfAsync("node", "nodejs", arguments, Limit, new Dictionary<string, string> { ["CHROME_PATH"] = WebTools.Chromium }, cancellationToken);
        if (run.ExitCode != 0) throw new InvalidOperationException($"Lighthouse ended with {run.ExitCode}: {run.Errors}");
        using var json = JsonDocument.Parse(run.Output);
        var report = json.RootElement;
        var scores = Categories.Select(category => Score(report.GetProperty("categories").GetProperty(category))).ToArray();
        return new LighthouseScores(scores[0], scores[1], scores[2], scores[3], [.. Categories.SelectMany(category => Lost(report, category)).Distinct()]);
    }

    private static int Score(JsonElement scored) =>
        scored.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? (int)Math.Round(score.GetDouble() * 100) : 0;

    private static IEnumerable<string> Lost(JsonElement report, string category) =>
        from reference in report.GetProperty("categories").GetProperty(category).GetProperty("auditRefs").EnumerateArray()
        where reference.GetProperty("weight").GetDouble() > 0
        let id = reference.GetProperty("id").GetString()!
        let audit = report.GetProperty("audits").GetProperty(id)
        where audit.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.9
        select $"{id}{(audit.TryGetProperty("displayValue", out var value) ? $" ({value.GetString()})" : "")}";
}
