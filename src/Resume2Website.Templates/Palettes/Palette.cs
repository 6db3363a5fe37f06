using System.Globalization;
using System.Text;

namespace Resume2Website.Templates.Palettes;

/// <summary>All colours of a page in one mode: the accent, and greys that carry a little of it.</summary>
internal sealed record Palette(string Paper, string Wash, string Line, string Muted, string Ink, string Accent)
{
    public static Palette Light(Accent accent) => new(
        "#ffffff", Mix("#ffffff", accent.Light, 0.08), Mix("#e6e7e9", accent.Light, 0.10),
        Mix("#5b5f66", accent.Light, 0.14), Mix("#16181b", accent.Light, 0.10), accent.Light);

    public static Palette Dark(Accent accent) => new(
        Mix("#121315", accent.Dark, 0.025), Mix("#17191c", accent.Dark, 0.10), Mix("#2b2d31", accent.Dark, 0.08),
        Mix("#a4a8af", accent.Dark, 0.12), Mix("#e8e9eb", accent.Dark, 0.06), accent.Dark);

    /// <summary>The palettes as the custom properties that every template's style sheet uses.</summary>
    public static string Css(Accent accent) => new StringBuilder()
        .Append(":root {\n  color-scheme: light dark;\n").Append(Light(accent).Declarations("  ")).Append("}\n")
        .Append("@media screen and (prefers-color-scheme: dark) {\n  :root {\n").Append(Dark(accent).Declarations("    ")).Append("  }\n}\n")
        .ToString();

    private string Declarations(string indent) => string.Concat(
        new[] { ("paper", Paper), ("wash", Wash), ("line", Line), ("muted", Muted), ("ink", Ink), ("accent", Accent) }
            .Select(pair => $"{indent}--{pair.Item1}: {pair.Item2};\n"));

    private static string Mix(string ground, string tint, double share)
    {
        int Channel(int at)
        {
            double From(string colour) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (int)Math.Round((From(ground) * (1 - share)) + (From(tint) * share), MidpointRounding.AwayFromZero);
        }

        return $"#{Channel(1):x2}{Channel(3):x2}{Channel(5):x2}";
    }
}
