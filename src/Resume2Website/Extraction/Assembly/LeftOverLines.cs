using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Sees to it that no line of the document is lost: what stands nowhere in the résumé goes to "other", under its heading.</summary>
internal static class LeftOverLines
{
    /// <summary>The lines that found no place, where they stand, and the share of all lines that stand somewhere.</summary>
    public static LeftOver Collect(LayoutDocument layout, IReadOnlyList<CvSection> sections, Resume resume, CancellationToken cancellationToken)
    {
        var words = new ResumeWords(resume);
        var other = new List<OtherSection>();
        var places = new List<(string, IReadOnlyList<SourceLine>)>();
        // What announces courses has become the name of the field, as headings have.
        foreach (var label in sections.Where(section => section.Kind == "education").SelectMany(section => section.Lines).Select(line => CourseLabels.AtStart(line.Text)).OfType<string>()) words.Add(label);
        foreach (var section in sections)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lost = section.Lines.Where(line => !words.Hold(line.Text) || line.Sources.Any(source => !words.Hold(source.Text)))
                .Select(line => (line.Sources, Text: line.Text.Replace('\t', ' ').Trim())).Where(line => line.Text.Length > 0).ToList();
            if (lost.Count == 0) continue;
            var at = $"/x-other/{other.Count}";
            if (section.Heading is { } heading) places.Add(($"{at}/title", heading.Sources));
            places.AddRange(lost.Select((line, i) => ($"{at}/lines/{i}", line.Sources)));
            other.Add(new OtherSection { Title = section.Heading?.Segments[0].Text, Lines = [.. lost.Select(line => line.Text)] });
        }

        foreach (var heading in sections.Select(section => section.Heading?.Segments[0].Text).OfType<string>()) words.Add(heading);
        var placed = other.Count == 0 ? (double?)null : ShareOf(layout, words);
        foreach (var line in other.SelectMany(section => section.Lines)) words.Add(line);
        var coverage = ShareOf(layout, words);
        return new LeftOver(other, coverage, placed ?? coverage, places);
    }

    private static double ShareOf(LayoutDocument layout, ResumeWords words)
    {
        var dropped = layout.Dropped.ToHashSet<SourceLine>(ReferenceEqualityComparer.Instance);
        var lines = layout.Source.Lines.Where(line => !dropped.Contains(line)).ToList();
        return lines.Count == 0 ? 0 : Math.Round((double)lines.Count(line => words.Hold(line.Text)) / lines.Count, 3);
    }
}
