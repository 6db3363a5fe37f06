using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Learned;

/// <summary>The features of a part of an entry's head: its words, how they end, what lists know of them, what it looks like.</summary>
internal static class PartFeatures
{
    private const int MostWords = 12;

    /// <summary>The features of a text.</summary>
    public static LineFeature[] Of(string text)
    {
        var all = TextFolding.Words(text);
        var words = all.Count > MostWords ? [.. all.Take(MostWords)] : all;
        var features = new List<LineFeature> { LineFeature.Of("always") };
        foreach (var word in words)
        {
            features.Add(LineFeature.Of("word:", word, FeatureOrigin.Words));
            if (word.Length > 3) features.Add(LineFeature.Of("3:", word.AsSpan(word.Length - 3), FeatureOrigin.Words));
            if (word.Length > 5) features.Add(LineFeature.Of("5:", word.AsSpan(word.Length - 5), FeatureOrigin.Words));
            if (word.Length > 5) features.Add(LineFeature.Of("begins:", word.AsSpan(0, 5), FeatureOrigin.Words));
        }

        if (words.Count > 0)
        {
            var last = words[^1];
            features.Add(LineFeature.Of("first:", words[0], FeatureOrigin.Words));
            features.Add(LineFeature.Of("last:", last, FeatureOrigin.Words));
            if (last.Length > 3) features.Add(LineFeature.Of("last 3:", last.AsSpan(last.Length - 3), FeatureOrigin.Words));
        }

        Looks(text, all, words.Count, features);
        return [.. features.Distinct()];
    }

    private static void Looks(string text, IReadOnlyList<string> folded, int words, List<LineFeature> features)
    {
        void Add(string name) => features.Add(LineFeature.Of(name));

        Add($"words:{Math.Min(7, words)}");
        Add($"length:{Math.Min(6, text.Length / 8)}");
        var (title, organization, school, degree) = WordLexicon.Scores(folded);
        Score("title", title);
        Score("organization", organization);
        Score("school", school);
        Score("degree", degree);
        if (PlaceNames.KnowsAll(text)) Add("place");
        var commas = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (commas.Length > 1) Add($"commas:{Math.Min(4, commas.Length)}:{(commas.All(PlaceNames.Knows) ? "places" : PlaceNames.Knows(commas[^1]) ? "place last" : "else")}");
        if (PostalParser.LooksLikePlace(text)) Add("shape of a place");
        var upper = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Add($"capitals:{(upper.Length == 0 ? 0 : 3 * upper.Count(word => char.IsUpper(word[0])) / upper.Length)}");
        if (text.Any(char.IsDigit)) Add("digits");
        if (text.EndsWith('.')) Add("stop");
        if (text.Contains('(', StringComparison.Ordinal)) Add("brackets");
        if (text.Contains('&', StringComparison.Ordinal)) Add("ampersand");
        if (text.Length is > 1 and < 7 && text.All(char.IsUpper)) Add("abbreviation");

        void Score(string what, int score)
        {
            if (score > 0) Add($"{what}:{Math.Min(2, score)}");
        }
    }
}
