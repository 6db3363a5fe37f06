using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>Decides once for a whole section whether titles or organisations come first.</summary>
internal static class Orientation
{
    /// <summary>Whether titles come first, by the words of all heads and by what repeats: one employer has many titles.</summary>
    public static bool TitleFirst(IReadOnlyList<HeadParts> heads, Func<string, int> titleScore)
    {
        var pairs = heads.Where(head => head.Second is not null).Select(head => (First: head.First.Text, Second: head.Second!.Value.Text)).ToList();
        var score = pairs.Sum(pair => Lean(pair.First, titleScore) - Lean(pair.Second, titleScore));
        score += pairs.Select(pair => pair.First).Distinct(StringComparer.Ordinal).Count() - pairs.Select(pair => pair.Second).Distinct(StringComparer.Ordinal).Count();
        return score >= 0;
    }

    /// <summary>Positive for a title, negative for an organisation.</summary>
    public static int Lean(string text, Func<string, int> titleScore) =>
        Math.Min(2, titleScore(text)) - Math.Min(2, WordLexicon.OrganizationScore(text));
}
