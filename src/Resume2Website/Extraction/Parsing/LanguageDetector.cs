using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Tells the language of a text by its small words.</summary>
internal static class LanguageDetector
{
    private static readonly (string Language, HashSet<string> Words)[] StopWords = [.. LexiconFile.Read("stopwords.txt")
        .Select(list => (list.Key, list.Value.ToHashSet(StringComparer.Ordinal)))];

    /// <summary>The language, BCP 47; null when the text is too short to tell.</summary>
    public static string? Detect(IEnumerable<string> lines)
    {
        var words = lines.SelectMany(TextFolding.Words).ToList();
        var (language, score) = StopWords
            .Select(list => (list.Language, Score: words.Where(list.Words.Contains).Sum(Weight)))
            .OrderByDescending(pair => pair.Score).First();
        return score >= 2 ? language : null;
    }

    /// <summary>The largest share, 0 to 1, that the small words of one language have of all words; 0 where there are none.</summary>
    public static double SmallWords(IEnumerable<string> lines)
    {
        var words = lines.SelectMany(TextFolding.Words).ToList();
        return words.Count == 0 ? 0 : StopWords.Max(list => words.Count(list.Words.Contains)) / (double)words.Count;
    }

    // A word that many languages have says little about each.
    private static double Weight(string word) => 1.0 / StopWords.Count(list => list.Words.Contains(word));
}
