using System.Text;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Brings words into a form in which spelling, case and accents no longer differ.</summary>
internal static class TextFolding
{
    /// <summary>Letters of Latin with accents are most of what is not ASCII here; each is taken apart once.</summary>
    private const int LastKnown = 0x24F;

    private static readonly string?[] Known = new string?[LastKnown + 1];

    /// <summary>Lower case without accents; safe for any text.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) folded.Append(char.ToLowerInvariant((char)rune.Value));
            else if (rune.Value <= LastKnown) folded.Append(Known[rune.Value] ??= Folded(rune));
            else AppendFolded(folded, rune);
        }

        return folded.ToString();
    }

    /// <summary>Folded letters and digits only: what is left when spacing and punctuation are ignored.</summary>
    public static string Squash(string text)
    {
        var folded = Fold(text);
        var squashed = new StringBuilder(folded.Length);
        foreach (var character in folded)
        {
            if (char.IsLetterOrDigit(character)) squashed.Append(character);
        }

        return squashed.ToString();
    }

    /// <summary>Folded words: letters and digits parted by anything else.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var folded = Fold(text);
        var begin = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (char.IsLetterOrDigit(folded[i])) continue;
            if (i > begin) words.Add(folded[begin..i]);
            begin = i + 1;
        }

        if (folded.Length > begin) words.Add(folded[begin..]);
        return words;
    }

    private static string Folded(Rune rune)
    {
        var folded = new StringBuilder();
        AppendFolded(folded, rune);
        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ß' or 'ẞ': folded.Append("ss"); return;
            case 'ł' or 'Ł': folded.Append('l'); return;
            case 'ø' or 'Ø': folded.Append('o'); return;
            case 'æ' or 'Æ': folded.Append("ae"); return;
            case 'œ' or 'Œ': folded.Append("oe"); return;
            case '’' or '‘' or '´' or 'ʼ': folded.Append('\''); return;
            case '–' or '—' or '‐' or '‑' or '−': folded.Append('-'); return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) != System.Globalization.UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(part).ToString());
        }
    }
}
