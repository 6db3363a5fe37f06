using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Sees to it that no line of the document is lost: what stands nowhere in the résumé goes to "other", under its heading.</summary>
internal static class LeftOverLines
{
    private const double Enough = 0.6;

    /// <summary>The lines that found no place, and the share of all lines that stand somewhere.</summary>
    public static (IReadOnlyList<OtherSection> Other, double Coverage) Collect(LayoutDocument layout, IReadOnlyList<CvSection> sections, Resume resume)
    {
        var words = ResumeWords.Of(resume);
        var other = new List<OtherSection>();
        foreach (var section in sections)
        {
            var lost = section.Lines.Where(line => !IsPlaced(line.Text, words) || line.Sources.Any(source => !IsPlaced(source.Text, words))).Select(line => line.Text.Replace('\t', ' ').Trim()).Where(text => text.Length > 0).ToList();
            if (lost.Count > 0) other.Add(new OtherSection { Title = section.Heading?.Segments[0].Text, Lines = lost });
        }

        foreach (var line in other.SelectMany(section => section.Lines)) words.UnionWith(TextFolding.Words(line));
        words.UnionWith(sections.Where(section => section.Heading is not null).SelectMany(section => TextFolding.Words(section.Heading!.Segments[0].Text)));
        return (other, Coverage(layout, words));
    }

    private static double Coverage(LayoutDocument layout, HashSet<string> words)
    {
        var dropped = layout.Dropped.ToHashSet<SourceLine>(ReferenceEqualityComparer.Instance);
        var lines = layout.Source.Lines.Where(line => !dropped.Contains(line)).ToList();
        return lines.Count == 0 ? 0 : Math.Round((double)lines.Count(line => IsPlaced(line.Text, words)) / lines.Count, 3);
    }

    // Dates are rewritten, so they count as placed; of the rest most words must be found again.
    private static bool IsPlaced(string text, HashSet<string> words)
    {
        foreach (var date in DateParser.Find(text).Reverse()) text = text.Remove(date.Start, date.Length);
        var own = TextFolding.Words(text);
        return own.Count(words.Contains) >= own.Count * Enough;
    }
}
