using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Sees to it that no line of the document is lost: what stands nowhere in the résumé goes to "other", under its heading.</summary>
internal static class LeftOverLines
{
    /// <summary>The lines that found no place, and the share of all lines that stand somewhere.</summary>
    public static (IReadOnlyList<OtherSection> Other, double Coverage) Collect(LayoutDocument layout, IReadOnlyList<CvSection> sections, Resume resume)
    {
        var words = new ResumeWords(resume);
        var other = new List<OtherSection>();
        foreach (var section in sections)
        {
            var lost = section.Lines.Where(line => !words.Hold(line.Text) || line.Sources.Any(source => !words.Hold(source.Text)))
                .Select(line => line.Text.Replace('\t', ' ').Trim()).Where(text => text.Length > 0).ToList();
            if (lost.Count > 0) other.Add(new OtherSection { Title = section.Heading?.Segments[0].Text, Lines = lost });
        }

        foreach (var line in other.SelectMany(section => section.Lines)) words.Add(line);
        foreach (var heading in sections.Select(section => section.Heading?.Segments[0].Text).OfType<string>()) words.Add(heading);
        return (other, Coverage(layout, words));
    }

    private static double Coverage(LayoutDocument layout, ResumeWords words)
    {
        var dropped = layout.Dropped.ToHashSet<SourceLine>(ReferenceEqualityComparer.Instance);
        var lines = layout.Source.Lines.Where(line => !dropped.Contains(line)).ToList();
        return lines.Count == 0 ? 0 : Math.Round((double)lines.Count(line => words.Hold(line.Text)) / lines.Count, 3);
    }
}
