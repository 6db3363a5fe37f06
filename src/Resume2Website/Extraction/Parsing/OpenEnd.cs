using System.Text.RegularExpressions;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Knows the words that people write where an end would stand, because there is none yet: "present", "heute", "היום".</summary>
internal static partial class OpenEnd
{
    /// <summary>The words in the languages whose dates are read, in the fold of <see cref="AlignedFolding"/>, some with a preposition before them.</summary>
    public const string Words =
        @"(?:up )?(?:to|till|until|bis|fino ad?|ate o?|hasta la|tot)?\s*(?:(?:to |till? |the )?(?:present|date|now|today|current|currently|ongoing)|heute|aktuell|laufend|jetzt|dato|(?:a )?ce jour|aujourd'?\s?hui|present|en cours|(?:la )?actualidad|(?:el )?presente|actual|hoy|(?:o )?atual|atualmente|hoje|(?:o )?momento|em curso|heden|nu|oggi|attuale|attualmente|in corso|obecnie|teraz|nadal|idag|nuvarande)(?!\p{L})";

    private const int Longest = 40;

    /// <summary>Whether a text is nothing but such words.</summary>
    public static bool Is(string? text) =>
        text?.Trim() is { Length: > 0 and <= Longest } words && Whole().IsMatch(AlignedFolding.Fold(words).Replace('\u2019', '\''));

    [GeneratedRegex(@"^(?:" + Words + @"|(?:עד )?(?:היום|כיום|הווה|עכשיו)|至今|[至到]?(?:现在|現在)|현재|do teraz|do dzis|dzis|tuttora|actualite|gegenwart|momentan)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
