using System.Globalization;
using System.Text;

namespace Resume2Website.Sites.Privacy;

/// <summary>Text as a page may hold it.</summary>
internal static class PlainText
{
    /// <summary>Drops control characters and bidirectional overrides, keeps line breaks, and trims.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n') clean.Append('\n');
            else if (rune.Value is '\t') clean.Append(' ');
            else if (!IsUnwanted(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static bool IsUnwanted(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0xFFFD or 0x2028 or 0x2029;
}
