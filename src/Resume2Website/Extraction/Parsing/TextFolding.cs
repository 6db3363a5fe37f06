using System.Text;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Brings words into a form in which spelling, case and accents no longer differ.</summary>
internal static class TextFolding
{
    /// <summary>Lower case without accents; safe for any text.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) folded.Append(char.ToLowerInvariant((char)rune.Value));
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
        var word = new StringBuilder();
        foreach (var character in Fold(text))
        {
            if (char.IsLetterOrDigit(character)) word.Append(character);
            else Flush();
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length == 0) return;
            words.Add(word.ToString());
            word.Clear();
        }
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
