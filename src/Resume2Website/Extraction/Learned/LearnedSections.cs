using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Learned;

/// <summary>Puts labelled lines together as sections.</summary>
internal static class LearnedSections
{
    private const double LeastSure = 0.5;

    /// <summary>The sections in the order in which they begin. A section that another column or page goes on with takes those lines too.</summary>
    public static IReadOnlyList<CvSection> Of(IReadOnlyList<LabelledLine> lines)
    {
        var sections = new List<CvSection>();
        var sureness = new List<List<double>>();
        CvSection? current = null;
        foreach (var (line, label, confidence) in lines)
        {
            if (label.Part == LinePart.Heading) Open(label.Section, line);
            else if (current?.Kind != label.Section)
            {
                current = sections.FindLast(section => section.Kind == label.Section);
                if (current is null) Open(label.Section, null);
            }

            // What stands beside a heading is of its section.
            if (label.Part != LinePart.Heading) current!.Lines.Add(line);
            else if (line.Segments.Count > 1) current!.Lines.Add(line with { Segments = [.. line.Segments.Skip(1)], Part = null });
            sureness[sections.IndexOf(current!)].Add(confidence);
        }

        return [.. sections.Select((section, i) => Settled(section with { Confidence = Math.Round(sureness[i].Average(), 3) }))];

        // A heading of a person's own, and only a guess what it heads: it stays as the person put it.
        static CvSection Settled(CvSection section) =>
            section.Heading is { } heading && HeadingLexicon.Match(heading.Segments[0].Text) is null && (section.Confidence < LeastSure || NobodySpeaks(section))
                ? section with { Kind = "other" }
                : section;

        // Any sentence could be what somebody says of the person; it is where somebody is named.
        static bool NobodySpeaks(CvSection section) => section.Kind == "references" && ReferenceReader.Read(section.Lines).All(reference => reference.Name is null);

        void Open(string kind, LayoutLine? heading)
        {
            sections.Add(current = new CvSection(kind, heading, [], 0));
            sureness.Add([]);
        }
    }
}
