using Resume2Website.SiteChecks.Browsers;
using Resume2Website.SiteChecks.Markup;
using Resume2Website.SiteChecks.Scores;
using Resume2Website.Sites;

namespace Resume2Website.Eval.Sites;

/// <summary>Everything that was measured of a site.</summary>
internal sealed record SiteRow
{
    private const int LeastScore = 95;
    private const double MostKilobytes = 150;

    public required string Template { get; init; }

    public required string Person { get; init; }

    /// <summary>The share of the résumé's public values that the page shows, 0 to 1.</summary>
    public required double Content { get; init; }

    /// <summary>What the browser found.</summary>
    public required BrowserReport Browser { get; init; }

    /// <summary>What the product's own gates found.</summary>
    public required IReadOnlyList<SiteFinding> Findings { get; init; }

    /// <summary>What the Nu HTML checker said of its HTML, CSS and SVG.</summary>
    public IReadOnlyList<NuMessage> Markup { get; init; } = [];

    /// <summary>Lighthouse on a phone; null when it was not asked for.</summary>
    public LighthouseScores? Phone { get; init; }

    /// <summary>Lighthouse on a desktop computer; null when it was not asked for.</summary>
    public LighthouseScores? Desktop { get; init; }

    /// <summary>What a browser loads of it, uncompressed, in KB of 1024 bytes.</summary>
    public required double Kilobytes { get; init; }

    /// <summary>How long it takes to render when everything has run before: the median, in milliseconds. No gate, for it depends on the machine.</summary>
    public required double RenderMilliseconds { get; init; }

    /// <summary>One sentence for every gate that fails; empty when none does.</summary>
    public IReadOnlyList<string> Failures =>
    [
        .. Findings.Select(finding => $"{finding.Gate} ({finding.Path}): {finding.Message}"),
        .. Browser.Violations.Select(violation => $"axe, {violation}"),
        .. Browser.RulesKept > 10 ? Array.Empty<string>() : ["axe found hardly a rule that applies: it cannot have looked"],
        .. Markup.Where(message => message.IsError).Select(message => $"Nu, {message.Path}, line {message.Line}: {message.Message}"),
        .. Scores("mobile", Phone), .. Scores("desktop", Desktop),
        .. Browser.ForeignRequests.Select(request => $"asks another host: {request}"),
        .. Browser.Complaints.Select(complaint => $"console: {complaint}"),
        .. Browser.IsStyled ? Array.Empty<string>() : ["its style sheet is not in force when it is opened from a file"],
        .. Browser.SidewaysAt.Select(width => $"scrolls sideways at {width} px"),
        .. Browser.MissingInPrint.Select(fact => $"not in print, {fact}"),
        .. Kilobytes <= MostKilobytes ? Array.Empty<string>() : [$"weighs {Kilobytes:0} KB"],
    ];

    private static IEnumerable<string> Scores(string where, LighthouseScores? scores) =>
        scores is null || scores.Least >= LeastScore ? [] : [$"Lighthouse {where} {scores}: {string.Join(", ", scores.Lost)}"];
}
