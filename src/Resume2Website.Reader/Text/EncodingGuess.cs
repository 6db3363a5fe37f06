using System.Text;
using System.Text.RegularExpressions;

namespace Resume2Website.Reader.Text;

/// <summary>
/// Finds which one-byte encoding a text is in. In the wrong one, letters turn into signs within words, capitals stand in the middle of them, and no one
/// language has all the letters that come out; small words in plain letters break ties.
/// </summary>
internal static partial class EncodingGuess
{
    /// <summary>How many characters are looked at.</summary>
    private const int Sample = 20_000;

    /// <summary>What small words may weigh against letters.</summary>
    private const double WordWeight = 0.3;

    /// <summary>Signs that stand next to letters in good texts.</summary>
    private const string GoodSigns = "–—‘’‚“”„«»‹›…•·€£§°©®™´`¨×½¼¾²³ªº¿¡µ†‡‰\u00A0\u00AD";

    /// <summary>Those among them that stand even between two letters.</summary>
    private const string JoiningSigns = "–—‘’·´`\u00A0\u00AD";

    // In the order of their likelihood: where two say the same, it does not matter which one it is.
    private static readonly (int CodePage, IReadOnlyList<Alphabet> Alphabets)[] Candidates =
    [
        (1252, Alphabet.Western), (1250, Alphabet.Central), (28592, Alphabet.Central), (1251, Alphabet.Cyrillic), (10000, Alphabet.Western),
    ];

    static EncodingGuess() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The likeliest text.</summary>
    /// <param name="bytes">Bytes that are no UTF-8.</param>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var (best, highest) = ("", double.NegativeInfinity);
        foreach (var (codePage, alphabets) in Candidates)
        {
            var text = Encoding.GetEncoding(codePage).GetString(bytes);
            var score = Score(text[..Math.Min(text.Length, Sample)], alphabets);
            // The earlier one stays where the difference is only one of rounding.
            if (score > highest + 1e-9) (best, highest) = (text, score);
        }

        return best;
    }

    private static double Score(string text, IReadOnlyList<Alphabet> alphabets)
    {
        var letters = new List<char>();
        var (special, odd) = (0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            special++;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            if (char.IsLetter(text[i])) letters.Add(text[i]);
            odd += Oddness(text[i], before, after);
        }

        if (special == 0) return 0;
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        return alphabets.Max(alphabet => Fit(alphabet, letters, words)) - (odd / special);
    }

    private static double Fit(Alphabet alphabet, List<char> letters, List<string> words)
    {
        var known = letters.Count == 0 ? 1 : letters.Count(alphabet.Has) / (double)letters.Count;
        return known + (WordWeight * words.Count(alphabet.HasWord) / Math.Max(1, words.Count));
    }

    private static double Oddness(char character, char before, char after)
    {
        if (char.IsControl(character) || character == '\uFFFD') return 3;
        if (!char.IsLetter(character)) return GoodSigns.Contains(character, StringComparison.Ordinal) && (JoiningSigns.Contains(character, StringComparison.Ordinal) || !(char.IsLetter(before) && char.IsLetter(after))) ? 0 : 1;
        // A capital after a small letter, or a small letter between capitals, or two scripts in one word.
        if (char.IsUpper(character) && char.IsLower(before)) return 1;
        if (char.IsLower(character) && char.IsUpper(before) && char.IsUpper(after)) return 1;
        return (char.IsAsciiLetter(before) || char.IsAsciiLetter(after)) && IsCyrillic(character) ? 1 : 0;
    }

    private static bool IsCyrillic(char character) => character is >= '\u0400' and <= '\u04FF';

    [GeneratedRegex(@"(?<!\p{L})[A-Za-z]+(?!\p{L})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();
}
