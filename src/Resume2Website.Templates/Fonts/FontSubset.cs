using System.Text;

namespace Resume2Website.Templates.Fonts;

/// <summary>A part of a font in a file of its own, so that a page carries only the letters it may need.</summary>
/// <param name="Name">The ending of its files' names.</param>
/// <param name="Range">Its characters, as <c>unicode-range</c> writes them; the cut of the fonts' publisher.</param>
/// <param name="Letters">First and last of the letters that call for it.</param>
internal sealed record FontSubset(string Name, string Range, IReadOnlyList<(int First, int Last)> Letters)
{
    private static readonly FontSubset[] All =
    [
        new(
            "latin-ext",
            "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
            [(0x0100, 0x0130), (0x0132, 0x0151), (0x0154, 0x024F), (0x1E00, 0x1EFF)]),
        new(
            "latin",
            "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
            [('A', 'Z'), ('a', 'z'), (0x00C0, 0x00FF)]),
    ];

    /// <summary>The subsets whose letters a text holds: none of them for a page in Hebrew or Japanese alone.</summary>
    public static IReadOnlyList<FontSubset> For(string text) => [.. All.Where(subset => text.EnumerateRunes().Any(subset.CallsFor))];

    private bool CallsFor(Rune rune) => Letters.Any(range => rune.Value >= range.First && rune.Value <= range.Last);
}
