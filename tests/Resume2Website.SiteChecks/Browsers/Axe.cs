using Microsoft.Playwright;

namespace Resume2Website.SiteChecks.Browsers;

/// <summary>axe-core, which finds what keeps people out of a page.</summary>
public static class Axe
{
    /// <summary>Whether every rule holds on a page as it now stands, in one width and one colour scheme.</summary>
    /// <param name="page">The page. Its size and its emulated media are the caller's to set.</param>
    /// <param name="isPaper">Whether it is looked at as a print, on which nobody taps.</param>
    /// <returns>The rules that are broken, each with the elements that break it, and how many hold: none would mean that it did not look.</returns>
    /// <remarks>Frames are documents of their own, and not looked into.</remarks>
    /// <exception cref="ToolMissingException">axe-core is not installed.</exception>
    public static async Task<(IReadOnlyList<string> Violations, int Kept)> RunAsync(IPage page, bool isPaper = false)
    {
        // Evaluated, for no page's own policy lets a script of somebody else in.
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {await File.ReadAllTextAsync(WebTools.Package("axe-core/axe.min.js"))} }} }}");
        var rules = isPaper ? "{ 'target-size': { enabled: false } }" : "{}";
        var found = await page.EvaluateAsync<string[]>(
            $"axe.run({{ iframes: false, rules: {rules}, runOnly: {{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }} }})"
            + ".then(found => [String(found.passes.length), ...found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target + ' ' + n.html).join(' | ')}`)])");
        return (found[1..], int.Parse(found[0], System.Globalization.CultureInfo.InvariantCulture));
    }
}
