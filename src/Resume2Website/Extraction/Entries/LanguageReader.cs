using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads languages and how well they are known.</summary>
internal static partial class LanguageReader
{
    /// <summary>The languages of a section.</summary>
    public static IReadOnlyList<LanguageDraft> Read(IReadOnlyList<LayoutLine> section)
    {
        var found = new List<LanguageDraft>();
        foreach (var segment in section.SelectMany(Rows))
        {
            foreach (var part in Separators().Split(segment.Text).Select(part => part.Trim()).Where(part => part.Length > 0))
            {
                var text = Dots().Replace(part, "").Trim();
                if (text.EndsWith(':') || IsLegend(text)) continue;
                if (LanguageNames.LengthAtStart(text) > 0)
                {
                    found.Add(Parse(text, segment.Source));
                }
                else if (LevelFirst().Match(text) is { Success: true } first && Level(first.Groups["level"].Value).Length > 0)
                {
                    foreach (var language in first.Groups["rest"].Value.Split(',', StringSplitOptions.TrimEntries))
                    {
                        found.Add(new LanguageDraft(new Found(language, segment.Source, LanguageNames.Is(language) ? 0.92 : 0.5), new Found(first.Groups["level"].Value.Trim(), segment.Source, 0.85)));
                    }
                }
                else if (found.Count > 0 && found[^1].Fluency is null)
                {
                    if (Level(text) is { Length: > 0 } level) found[^1] = found[^1] with { Fluency = new Found(level, segment.Source, 0.88) };
                }
                else if (Named().Match(text) is { Success: true } named)
                {
                    found.Add(new LanguageDraft(new Found(named.Groups["name"].Value.Trim(), segment.Source, 0.6), new Found(Level(named.Groups["level"].Value), segment.Source, 0.7)));
                }
            }
        }

        return [.. found.Where(language => language.Language.Text.Length > 0)];
    }

    /// <summary>A language and its level in one text that begins with the language's name.</summary>
    public static LanguageDraft Parse(string text, SourceLine source)
    {
        var length = LanguageNames.LengthAtStart(text);
        var level = Level(text[length..]);
        return new LanguageDraft(new Found(text[..length], source, 0.96), level.Length == 0 ? null : new Found(level, source, 0.92));
    }

    // A row of a table of levels is one language: its level is what every column says, or all that the columns say.
    private static IEnumerable<LayoutSegment> Rows(LayoutLine line) => line.Segments is [var language, _, ..] && LanguageNames.LengthAtStart(language.Text) > 0 && line.Segments.Skip(1).All(segment => Levels().IsMatch(segment.Text.Trim()))
        ? [language with { Text = string.Join(' ', line.Segments.Select(segment => segment.Text.Trim())) }] : line.Segments;

    // "Levels: A1 and A2: Basic user" explains the levels and names no language.
    private static bool IsLegend(string text) => OneLevel().Count(text) > 1 && LanguageNames.LengthAtStart(text) == 0;

    private static string Level(string text)
    {
        var level = text.Trim(' ', ':', '-', '–', '—', ',', '.', '|', '/');
        if (Levels().IsMatch(level) && level.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList() is [var same]) return same;
        return level is ['(', .. var inner, ')'] && !inner.Contains('(', StringComparison.Ordinal) ? inner.Trim() : level;
    }

    [GeneratedRegex(@"\t|[;|•·\n]|,(?![^(]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[ABC][12]\+?(?:\s+[ABC][12]\+?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Levels();

    [GeneratedRegex(@"\b[ABC][12]\b", RegexOptions.CultureInvariant)]
    private static partial Regex OneLevel();

    [GeneratedRegex(@"[●○★☆■□▮▯◆◇]+", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();

    [GeneratedRegex(@"^(?<level>[^:]{2,30}):\s*(?<rest>.{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex LevelFirst();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L} ]{2,25})\s*(?:[-–—:(]\s*)(?<level>.{2,30}?)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
