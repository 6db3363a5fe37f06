using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Gate;

/// <summary>Counts the words of invoices, recipes, job advertisements and letters.</summary>
internal static class ForeignWords
{
    private static readonly (string Kind, string[] Phrases)[] Kinds = [.. LexiconFile.Read("foreign.txt")
        .Select(list => (list.Key, list.Value.Select(phrase => $" {string.Join(' ', TextFolding.Words(phrase))} ").Distinct(StringComparer.Ordinal).ToArray()))];

    /// <summary>The kind with the most different words; null when no kind has any.</summary>
    public static (string Kind, int Words)? Strongest(IReadOnlyList<string> texts)
    {
        var text = $" {string.Join(' ', texts.SelectMany(TextFolding.Words))} ";
        var (kind, words) = Kinds.Select(list => (list.Kind, Words: list.Phrases.Count(phrase => text.Contains(phrase, StringComparison.Ordinal)))).MaxBy(pair => pair.Words);
        return words == 0 ? null : (kind, words);
    }
}
