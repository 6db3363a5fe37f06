using System.Globalization;
using System.Text;

namespace Resume2Website.Reader.Lines;

/// <summary>
/// Puts a line together from its runs and makes the text uniform: NFC, no control characters, no ligatures, no icon glyphs, single spaces.
/// </summary>
internal sealed class LineText(bool keepTabs = false)
{
    private readonly StringBuilder text = new();
    private int softHyphenAt = -1;

    /// <summary>How long the text is so far.</summary>
    public int Length => text.Length;

    /// <summary>The text as a line may hold it; empty when nothing is left.</summary>
    public static string Clean(string text, bool keepTabs = false) => new LineText(keepTabs).Append(text).ToString();

    /// <summary>Adds a run.</summary>
    public LineText Append(string run)
    {
        foreach (var rune in Normalized(run).EnumerateRunes())
        {
            if (rune.Value == 0x00AD) softHyphenAt = text.Length;
            else if (rune.Value == '\t' && keepTabs) AppendTab();
            else if (Rune.IsWhiteSpace(rune) || rune.Value == 0x200B) AppendSpace();
            else if (Ligature(rune.Value) is { } letters) text.Append(letters);
            else if (IsArabicShape(rune.Value)) text.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (IsShown(rune)) text.Append(rune.ToString());
        }

        return this;
    }

    /// <summary>The text.</summary>
    public override string ToString()
    {
        var line = text.ToString().TrimEnd();
        // A soft hyphen shows only where a line ends with it, and there it says that the word goes on.
        if (line.Length > 0 && line.Length == softHyphenAt) line += "-";
        return Normalized(line.Trim());
    }

    /// <summary>Whether a reader would see anything of it: private-use glyphs are icons, which say nothing as text.</summary>
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => false,
        // Joiners shape Arabic and Indic words and emoji; every other format character only hides or reorders text.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => rune.Value != 0xFFFD,
    };

    /// <summary>Old fonts have Arabic letters in the shape that they take in a word.</summary>
    private static bool IsArabicShape(int value) => value is (>= 0xFB50 and <= 0xFDFF and not (0xFD3E or 0xFD3F)) or (>= 0xFE70 and <= 0xFEFC);

    private static string? Ligature(int value) => value switch
    {
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0xFB03 => "ffi",
        0xFB04 => "ffl",
        0xFB05 or 0xFB06 => "st",
        _ => null,
    };

    private static string Normalized(string text)
    {
        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            // Lone surrogates cannot be normalized; enumerating the runes replaces them.
            return text;
        }
    }

    private void AppendTab()
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0) text.Append('\t');
    }

    private void AppendSpace()
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\t')) text.Append(' ');
    }
}
