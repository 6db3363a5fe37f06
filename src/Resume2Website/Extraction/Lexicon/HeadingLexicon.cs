using System.Collections.Frozen;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Lexicon;

/// <summary>Knows the headings of CVs in eight languages.</summary>
internal static class HeadingLexicon
{
    private const string StemPrefix = "stem.";

    // Joined words are the same heading with another "and".
    private static readonly FrozenSet<string> Conjunctions = new[] { "and", "und", "et", "y", "e", "en", "i" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Lists = LexiconFile.Read("headings.txt");

    private static readonly FrozenDictionary<string, string> Exact = Lists
        .Where(list => !list.Key.StartsWith(StemPrefix, StringComparison.Ordinal))
        .SelectMany(list => list.Value.Select(heading => (Key: Key(heading), Section: list.Key)))
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First().Section, StringComparer.Ordinal);

    private static readonly (string Section, StemSet Stems)[] Stems = [.. Lists
        .Where(list => list.Key.StartsWith(StemPrefix, StringComparison.Ordinal))
        .Select(list => (list.Key[StemPrefix.Length..], new StemSet(list.Value)))];

    /// <summary>The section that a heading names; null when it names none.</summary>
    public static HeadingMatch? Match(string text)
    {
        if (text.Length is 0 or > 60) return null;
        var words = TextFolding.Words(text);
        if (words.Count is 0 or > 7) return null;
        if (Exact.TryGetValue(Key(words), out var section)) return new HeadingMatch(section, true);
        var parts = text.Split(['&', '/', '+', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && parts.All(part => Exact.ContainsKey(Key(part)))) return new HeadingMatch(Exact[Key(parts[0])], true);
        if (words.Count > 5) return null;
        foreach (var word in words)
        {
            foreach (var (named, stems) in Stems)
            {
                if (stems.BeginsOf(word)) return new HeadingMatch(named, false);
            }
        }

        return null;
    }

    private static string Key(string heading) => Key(TextFolding.Words(heading));

    private static string Key(IEnumerable<string> words) => string.Concat(words.Where(word => !Conjunctions.Contains(word)));
}
