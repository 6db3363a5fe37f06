namespace Resume2Website.SiteChecks.Browsers;

/// <summary>What a browser found of a site that it opened from its folder.</summary>
public sealed record BrowserReport
{
    /// <summary>The site's own files that it loaded, in order.</summary>
    public required IReadOnlyList<string> Loaded { get; init; }

    /// <summary>Addresses outside the site that the page asked for.</summary>
    public required IReadOnlyList<string> ForeignRequests { get; init; }

    /// <summary>What stood in the console, failed to load, or opened a dialogue.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>Whether the site's own style sheet is in force.</summary>
    public required bool IsStyled { get; init; }

    /// <summary>Widths in CSS pixels at which the page scrolls sideways.</summary>
    public required IReadOnlyList<int> SidewaysAt { get; init; }

    /// <summary>Violations that axe found, each with the mode it was found in.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The fewest rules that axe found kept in one mode: none would mean that it did not look.</summary>
    public required int RulesKept { get; init; }

    /// <summary>Key facts that the printed pages lack, each with its paper.</summary>
    public required IReadOnlyList<string> MissingInPrint { get; init; }

    /// <summary>The text of the page printed on A4.</summary>
    public required string PrintedText { get; init; }

    /// <summary>Pages on A4.</summary>
    public required int PrintedPages { get; init; }
}
