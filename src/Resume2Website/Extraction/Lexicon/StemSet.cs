using System.Collections.Frozen;

namespace Resume2Website.Extraction.Lexicon;

/// <summary>Beginnings or endings of words, looked up by length: a word has few of them, a list hundreds.</summary>
internal sealed class StemSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stems;
    private readonly int[] lengths;

    public StemSet(IEnumerable<string> stems)
    {
        var all = stems.ToFrozenSet(StringComparer.Ordinal);
        this.stems = all.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = [.. all.Select(stem => stem.Length).Distinct().Order()];
    }

    /// <summary>Whether the word begins with one of them, or is one.</summary>
    public bool BeginsOf(string word)
    {
        foreach (var length in lengths)
        {
            if (length > word.Length) return false;
            if (stems.Contains(word.AsSpan(0, length))) return true;
        }

        return false;
    }

    /// <summary>Whether the word ends with one of them and is longer.</summary>
    public bool EndsWithin(string word)
    {
        foreach (var length in lengths)
        {
            if (length >= word.Length) return false;
            if (stems.Contains(word.AsSpan(word.Length - length))) return true;
        }

        return false;
    }
}
