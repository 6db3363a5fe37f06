using System.Collections.Frozen;

namespace Resume2Website.Templates;

/// <summary>The words of a name that are the name itself: no title before it, no degree behind it.</summary>
internal static class NameWords
{
    private static readonly char[] Gaps = [' ', '\u00A0', '\u202F', '\t', '\n'];
    private static readonly char[] Quotes = ['"', '\'', '’', '“', '”', '„', '״', '׳'];

    /// <summary>Forms of address and academic titles, with or without a dot.</summary>
    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "dr", "prof", "professor", "herr", "frau", "mme", "mlle", "monsieur", "madame",
            "sr", "sra", "srta", "dra", "signor", "signora", "dottoressa", "drs", "mgr", "inż", "pani", "דר", "פרופ", "פרופסור", "מר", "גב", "גברת", "עוד",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Titles that without their dot, or another title joined to them, could be a name.</summary>
    private static readonly FrozenSet<string> ShortTitles = FrozenSet.ToFrozenSet(
        ["dipl", "ing", "ir", "mag", "lic", "rev", "hon", "eng", "engr", "sig", "dott", "ssa", "avv", "arch", "lek", "kfm", "kffr", "inf", "psych", "med", "phil", "fh"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Degrees and generations behind a name that are never a name.</summary>
    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(
        ["jr", "sr", "jun", "ii", "iii", "phd", "mba", "emba", "msc", "bsc", "beng", "meng", "llm", "llb", "dphil", "mphil", "mfa", "mph", "mpa", "cpa", "cfa", "pmp", "esq"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Degrees that are surnames too: Jack Ma has none.</summary>
    private static readonly FrozenSet<string> ShortSuffixes = FrozenSet.ToFrozenSet(["MA", "BA", "MD", "JD", "PE", "RN", "IV", "BS", "MS", "DDS", "EdD", "BEd", "MEd"], StringComparer.Ordinal);

    /// <summary>The words; all that there are when every one is a title or a degree.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WordsOf).ToList();
        if (parts.Count == 0) return [];

        // Behind a comma stand degrees, or the given name: "Byron, Ada".
        for (var i = parts.Count - 1; i > 0 && parts[i].TrueForAll(word => IsSuffix(word, isApart: true)); i--) parts.RemoveAt(i);
        var words = parts.SelectMany(part => part).ToList();
        var all = words.ToArray();
        while (words.Count > 1 && IsSuffix(words[^1], isApart: words[^1].Contains('.', StringComparison.Ordinal))
            && (words.Count > 2 || !ShortSuffixes.Contains(words[^1]))) words.RemoveAt(words.Count - 1);

        var titles = 0;
        while (titles < words.Count && (IsTitle(words[titles]) || (titles > 0 && IsField(words[titles])))) titles++;
        return titles < words.Count ? words[titles..] : all;
    }

    private static List<string> WordsOf(string part) => [.. part.Split(Gaps, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>"Dr.", "Dipl.-Ing.", "Prof.Dr.", "ד״ר".</summary>
    private static bool IsTitle(string word)
    {
        var parts = Bare(word).Split(['.', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var first, ..] || !parts.All(part => Titles.Contains(part) || ShortTitles.Contains(part))) return false;
        return Titles.Contains(first) || parts.Length > 1 || word.EndsWith('.');
    }

    /// <summary>What a title is in or from, as it stands behind it: "rer.", "nat.", "h.", "c.", "hab.", "(FH)".</summary>
    private static bool IsField(string word) => (word.EndsWith('.') && char.IsLower(word, 0)) || (word.StartsWith('(') && word.EndsWith(')'));

    private static bool IsSuffix(string word, bool isApart)
    {
        var bare = Bare(word).Replace(".", "", StringComparison.Ordinal);
        return Suffixes.Contains(bare) || ShortSuffixes.Contains(bare) || (isApart && ShortSuffixes.Any(suffix => suffix.Equals(bare, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Bare(string word) => string.Concat(word.Where(c => !Quotes.Contains(c) && c is not ('(' or ')')));
}
