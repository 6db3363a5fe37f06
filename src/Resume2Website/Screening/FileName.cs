using System.Globalization;
using System.Text;

namespace Resume2Website.Screening;

/// <summary>Makes the names of files safe to show and to store. No file is ever opened or written under such a name.</summary>
public static class FileName
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 255;

    /// <summary>The name without folders, controls, and marks that reorder or hide text: NFC, at most <see cref="MaxLength"/> characters; empty when nothing is left.</summary>
    public static string Clean(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (IsPlain(rune)) clean.Append(rune.ToString());
        }

        return Shorten(clean.ToString().Normalize().Trim(' ', '.'));
    }

    private static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>The ending says what the file is: it is the stem that is cut.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength) return name;
        var ending = Path.GetExtension(name) is { Length: < 16 } found ? found : "";
        var end = MaxLength - ending.Length;
        if (char.IsHighSurrogate(name[end - 1])) end--;
        return name[..end] + ending;
    }
}
