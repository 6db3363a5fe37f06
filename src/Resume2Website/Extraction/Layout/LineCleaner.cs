using System.Text;
using System.Text.RegularExpressions;
using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>Takes out of a line what is ornament: pictograms, bullets, rules of dashes, letter-spacing, printed link targets.</summary>
internal static partial class LineCleaner
{
    /// <summary>Characters that a line set off by signs has at most; a longer one is no heading.</summary>
    private const int LongestDecorated = 200;

    private const string Bullets = "•◦▪▫‣⁃●○■□◆◇▶▸►–—-*+·∙➢➤✓✔❖»›→✦★¤§o";

    /// <summary>The line without ornament; null when nothing is left of it.</summary>
    public static CleanLine? Clean(SourceLine line)
    {
        var text = Mend(line.Text);
        var bullet = line.Role == SourceLineRole.ListItem;
        if (BulletStart().Match(text) is { Success: true } mark && Bullets.Contains(mark.Groups["mark"].Value, StringComparison.Ordinal))
        {
            bullet = true;
            text = text[mark.Length..];
        }

        var decorated = false;
        if (text.Length <= LongestDecorated && Decoration().Match(text) is { Success: true } decoration)
        {
            decorated = true;
            text = decoration.Groups["text"].Value;
        }

        if (line.Links.Count > 0) text = PrintedTarget().Replace(text, "");
        text = LetterSpaced().Replace(text, match => match.Value.Replace(" ", "", StringComparison.Ordinal));
        text = Spaces().Replace(text, " ").Trim(' ');
        return text.Any(char.IsLetterOrDigit) ? new CleanLine(line, text, bullet, decorated) : null;
    }

    /// <summary>Whether a line is nothing but a bullet.</summary>
    public static bool IsBullet(SourceLine line)
    {
        var text = line.Text.Trim();
        return text.Length == 1 && (Bullets.Contains(text, StringComparison.Ordinal) || char.GetUnicodeCategory(text[0]) == System.Globalization.UnicodeCategory.PrivateUse);
    }

    /// <summary>Whether a line is a rule made of signs, as plain text underlines its headings.</summary>
    public static bool IsRule(SourceLine line)
    {
        var text = line.Text.Trim();
        return text.Length >= 3 && text.All(sign => sign is '=' or '-' or '_' or '*' or '~' or '─' or '═' or '—' or '–' or '#');
    }

    // Pictograms of icon fonts sit in the private use area; a lone surrogate is no text at all.
    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.Format) continue;
            if (category == System.Globalization.UnicodeCategory.OtherSymbol && IsPictogram(rune)) continue;
            mended.Append(rune.Value == '\u00A0' || (category == System.Globalization.UnicodeCategory.Control && rune.Value != '\t') ? " " : rune.ToString());
        }

        return mended.ToString().Trim(' ');
    }

    private static bool IsPictogram(Rune rune) => !Bullets.Contains(rune.ToString(), StringComparison.Ordinal) && rune.Value is not ('©' or '®' or '°' or '™' or '№' or '℃');

    [GeneratedRegex(@"^\s*(?<mark>[^\p{L}\d\s(\[""'“„«¿¡+@#$€£/\\<{]|\*|-|\+|o(?= {1,}\p{Lu}))[ \t]+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex BulletStart();

    [GeneratedRegex(@"^(?:[-=*_~#─═]{2,}\s*(?<text>[^-=*_~#─═].*?)\s*[-=*_~#─═]{2,}|#{1,4}\s+(?<text>.+?)|\[(?<text>[^\[\]]{2,40})\])$", RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"\s*[(\[<](?:https?://|mailto:)[^\s()\[\]<>]*[)\]>]", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedTarget();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:\p{L} ){3,}\p{L}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex LetterSpaced();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
