using System.Collections.Frozen;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Lexicon;

/// <summary>Counts the words of a list in a text. <c>word</c> is a whole word, <c>stem*</c> a beginning, <c>*stem</c> an ending, <c>two words</c> a phrase.</summary>
internal sealed class WordMatcher
{
    private readonly FrozenSet<string> words;
    private readonly StemSet beginnings;
    private readonly StemSet endings;
    private readonly string[] phrases;

    public WordMatcher(IEnumerable<string> patterns)
    {
        var all = patterns.Select(TextFolding.Fold).Distinct(StringComparer.Ordinal).ToList();
        words = all.Where(pattern => !pattern.Contains('*', StringComparison.Ordinal) && Spaced(pattern).Count(c => c == ' ') == 2).Select(pattern => Spaced(pattern).Trim()).ToFrozenSet(StringComparer.Ordinal);
        beginnings = new StemSet(all.Where(pattern => pattern.EndsWith('*')).Select(pattern => pattern.Trim('*')));
        endings = new StemSet(all.Where(pattern => pattern.StartsWith('*')).Select(pattern => pattern.Trim('*')));
        phrases = [.. all.Where(pattern => !pattern.Contains('*', StringComparison.Ordinal)).Select(Spaced).Where(pattern => pattern.Count(c => c == ' ') > 2)];
    }

    /// <summary>How many words and phrases of the list the text has.</summary>
    public int Count(string text) => Count(TextFolding.Words(text));

    /// <summary>How many words and phrases of the list a text has, given its folded words.</summary>
    public int Count(IReadOnlyList<string> found)
    {
        var count = 0;
        foreach (var word in found)
        {
            if (words.Contains(word) || beginnings.BeginsOf(word) || endings.EndsWithin(word)) count++;
        }

        if (phrases.Length == 0) return count;
        var spaced = $" {string.Join(' ', found)} ";
        foreach (var phrase in phrases)
        {
            if (spaced.Contains(phrase, StringComparison.Ordinal)) count++;
        }

        return count;
    }

    private static string Spaced(string pattern) => $" {string.Join(' ', TextFolding.Words(pattern))} ";
}
