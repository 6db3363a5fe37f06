using System.Globalization;
using System.Text.RegularExpressions;

namespace Resume2Website.Sites.Gates;

/// <summary>Text stands out from its paper by 4.5:1 at least, in light and in dark (WCAG 2.2, 1.4.3), computed from the palette in the style sheet.</summary>
/// <remarks>Every template's style sheet declares <c>--paper</c>, <c>--wash</c>, <c>--ink</c>, <c>--muted</c> and <c>--accent</c> as <c>#rrggbb</c>, once a mode.</remarks>
internal sealed partial class ContrastGate : ISiteGate
{
    private const double Least = 4.5;
    private static readonly (string Text, string Ground)[] Pairs =
        [("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("accent", "wash")];

    public string Name => "contrast";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        const string Path = "style.css";
        var declared = Declaration().Matches(InspectedSite.TextOf(site.Site.Find(Path)))
            .GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.Select(match => match.Groups[2].Value).ToArray());
        foreach (var (text, ground) in Pairs)
        {
            if (declared.GetValueOrDefault(text) is not { Length: 2 } texts || declared.GetValueOrDefault(ground) is not { Length: 2 } grounds)
            {
                yield return (Path, $"The colours {text} and {ground} are not declared for light and dark.");
                continue;
            }

            foreach (var (mode, i) in new[] { ("light", 0), ("dark", 1) })
            {
                var ratio = Ratio(texts[i], grounds[i]);
                if (ratio < Least) yield return (Path, string.Create(CultureInfo.InvariantCulture, $"The colour {text} on {ground} reaches only {ratio:F2}:1 in {mode} mode."));
            }
        }
    }

    /// <summary>The contrast ratio of two colours <c>#rrggbb</c>, 1 to 21.</summary>
    internal static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"--([a-z]+):\s*(#[0-9a-fA-F]{6});", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
