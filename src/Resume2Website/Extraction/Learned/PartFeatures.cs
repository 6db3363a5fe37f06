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
        var words = TextFolding.Words(text).Take(MostWords).ToList();
        var features = new List<LineFeature> { LineFeature.Of("always") };
        foreach (var word in words)
        {
            features.Add(LineFeature.Of($"word:{word}", FeatureOrigin.Words));
            if (word.Length > 3) features.Add(LineFeature.Of($"3:{word[^3..]}", FeatureOrigin.Words));
            if (word.Length > 5) features.Add(LineFeature.Of($"5:{word[^5..]}", FeatureOrigin.Words));
            if (word.Length > 5) features.Add(LineFeature.Of($"begins:{word[..5]}", FeatureOrigin.Words));
        }

        if (words.Count > 0)
        {
            features.Add(LineFeature.Of($"first:{words[0]}", FeatureOrigin.Words));
            features.Add(LineFeature.Of($"last:{words[^1]}", FeatureOrigin.Words));
            if (words[^1].Length > 3) features.Add(LineFeature.Of($"last 3:{words[^1][^3..]}", FeatureOrigin.Words));
        }

        Looks(text, words.Count, features);
        return [.. features.Distinct()];
    }

    private static void Looks(string text, int words, List<LineFeature> features)
    {
        void Add(string name) => features.Add(LineFeature.Of(name));

        Add($"words:{Math.Min(7, words)}");
        Add($"length:{Math.Min(6, text.Length / 8)}");
        Score("title", WordLexicon.TitleScore(text));
        Score("organization", WordLexicon.OrganizationScore(text));
        Score("school", WordLexicon.SchoolScore(text));
        Score("degree", WordLexicon.DegreeScore(text));
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
