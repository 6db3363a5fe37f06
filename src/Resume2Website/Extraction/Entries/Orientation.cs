using Resume2Website.Extraction.Learned;

namespace Resume2Website.Extraction.Entries;

/// <summary>Decides once for a whole section whether titles or organisations come first.</summary>
internal static class Orientation
{
    /// <summary>Whether titles come first, by the likelihood of both orders over all heads and by what repeats: one employer has many titles.</summary>
    public static bool TitleFirst(IReadOnlyList<HeadParts> heads, PartKind kind)
    {
        var pairs = heads.Where(head => head.Second is not null).Select(head => (First: head.First.Text, Second: head.Second!.Value.Text)).ToList();
        var score = pairs.Sum(pair => PartLikelihood.Lean(pair.First, kind) - PartLikelihood.Lean(pair.Second, kind));
        score += pairs.Select(pair => pair.First).Distinct(StringComparer.Ordinal).Count() - pairs.Select(pair => pair.Second).Distinct(StringComparer.Ordinal).Count();
        return score >= 0;
    }
}
