using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Rules;

/// <summary>Tells what a section is whose heading is not listed, from what stands in it.</summary>
internal static class UnknownSections
{
    private const int LongestSkill = 40;

    /// <summary>The section under its likely kind; as it was when nothing speaks for one.</summary>
    public static CvSection Classify(CvSection section, IReadOnlyList<CvSection> all)
    {
        if (section.Kind != "other" || section.Lines.Count == 0 || HeadingLexicon.Match(section.Heading?.Segments[0].Text ?? "") is not null) return section;
        return Kind(section.Lines, all) is { } kind ? section with { Kind = kind, Confidence = 0.6 } : section;
    }

    private static string? Kind(IReadOnlyList<LayoutLine> lines, IReadOnlyList<CvSection> all)
    {
        if (lines.All(line => LanguageNames.LengthAtStart(line.Text) > 0)) return "languages";
        var dated = lines.Select(EntryLine.Read).Where(line => line.Date is not null).ToList();
        if (dated.Count == 0) return lines.All(IsList) ? "skills" : null;
        var ranges = dated.Count(line => line.Date!.IsRange);
        if (ranges * 2 < dated.Count) return null;
        if (lines.Count(line => WordLexicon.DegreeScore(line.Text) > 0 && WordLexicon.TitleScore(line.Text) == 0) >= ranges) return "education";
        return all.Any(section => section.Kind == "work") ? null : "work";
    }

    private static bool IsList(LayoutLine line)
    {
        var parts = SkillReader.Keywords(line.Text[(line.Text.IndexOf(':', StringComparison.Ordinal) + 1)..]).ToList();
        return parts.Count >= 3 && parts.TrueForAll(part => part.Length <= LongestSkill) && !line.Text.EndsWith('.');
    }
}
