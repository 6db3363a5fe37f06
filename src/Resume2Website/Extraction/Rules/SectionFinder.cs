using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Rules;

/// <summary>Parts a document into sections: listed headings show what headings look like here, and what looks like them is one too.</summary>
internal sealed class SectionFinder
{
    private readonly LayoutDocument document;
    private readonly HashSet<LineStyle> styles;
    private readonly List<SectionedLine> order = [];

    private SectionFinder(LayoutDocument document)
    {
        this.document = document;
        styles = HeadingStyles();
    }

    /// <summary>The document's sections in reading order; what stands above the first heading of a column is a preamble.</summary>
    public static IReadOnlyList<CvSection> Find(LayoutDocument document) => new SectionFinder(Prepared(document)).Find();

    /// <summary>The lines in the order of the document, a heading parted from what stands beside it, each with its section.</summary>
    public static IReadOnlyList<SectionedLine> Order(LayoutDocument document)
    {
        var finder = new SectionFinder(Prepared(document));
        var final = finder.Find().ToDictionary(section => section.Lines, ReferenceEqualityComparer.Instance as IEqualityComparer<object>);
        return [.. finder.order.Select(line => line with { Section = final[line.Section.Lines] })];
    }

    private static LayoutDocument Prepared(LayoutDocument document) => document with { Lines = LabelColumn.Raise(LabelColumn.Join(document.Lines)) };

    private List<CvSection> Find()
    {
        var sections = new List<CvSection> { new(CvSection.Preamble, null, [], 0.9) };
        var lastOfRegion = new List<(int Region, int Page, (double Left, double Right) Edges, CvSection Section)>();
        var current = sections[0];
        var seen = false;
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            if (i > 0 && document.Lines[i - 1].Region != line.Region) current = CarryOver(line, lastOfRegion, sections, current);
            if (IsTitle(line)) sections.Add(current = new CvSection(CvSection.Preamble, null, [], 0.9));
            var heading = Heading(line, seen);
            if (heading is not null)
            {
                seen = true;
                current = new CvSection(heading.Section, line, [], heading.IsExact ? 0.97 : 0.75);
                sections.Add(current);
                order.Add(new SectionedLine(line with { Segments = [line.Segments[0]] }, current, true));
                if (line.Segments.Count > 1) Add(line with { Segments = [.. line.Segments.Skip(1)] }, current);
            }
            else
            {
                Add(line, current);
            }

            lastOfRegion.RemoveAll(last => last.Region == line.Region);
            lastOfRegion.Add((line.Region, line.Page, line.RegionEdges, current));
        }

        return [.. sections.Where(section => section.Heading is not null || section.Lines.Count > 0).Select(section => UnknownSections.Classify(section, sections))];
    }

    private void Add(LayoutLine line, CvSection section)
    {
        section.Lines.Add(line);
        order.Add(new SectionedLine(line, section, false));
    }

    // A column goes on with the section that the column above it ended with, be it on the page before.
    private static CvSection CarryOver(LayoutLine line, List<(int Region, int Page, (double Left, double Right) Edges, CvSection Section)> before, List<CvSection> sections, CvSection current)
    {
        if (line.Box is null) return current;
        var here = before.Where(last => last.Page == line.Page).Select((last, order) => (last.Section, Share: Covered(line.RegionEdges, last.Edges), order)).Where(last => last.Share > 0.3);
        var pageBefore = before.Where(last => last.Page == line.Page - 1).Select((last, order) => (last.Section, Share: Overlap(last.Edges, line.RegionEdges), order)).Where(last => last.Share > 0.25);
        var best = (here.Any() ? here : pageBefore)
            .OrderByDescending(last => Math.Round(last.Share, 1)).ThenByDescending(last => last.order)
            .Select(last => last.Section).FirstOrDefault();
        if (best is not null) return best;
        var preamble = new CvSection(CvSection.Preamble, null, [], 0.8);
        sections.Add(preamble);
        return preamble;
    }

    private static double Covered((double Left, double Right) own, (double Left, double Right) other) =>
        (Math.Min(own.Right, other.Right) - Math.Max(own.Left, other.Left)) / Math.Max(1, own.Right - own.Left);

    private static double Overlap((double Left, double Right) a, (double Left, double Right) b)
    {
        var shared = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        return shared <= 0 ? 0 : shared / Math.Max(1, Math.Max(a.Right, b.Right) - Math.Min(a.Left, b.Left));
    }

    private HeadingMatch? Heading(LayoutLine line, bool seen)
    {
        if (!CanBeHeading(line)) return null;
        var text = line.Segments[0].Text;
        var match = HeadingLexicon.Match(text);
        if (match is { IsExact: true } && (styles.Count == 0 || styles.Contains(line.Style) || IsLarger(line))) return match;
        if (!styles.Contains(line.Style) || line.Segments.Count > 1) return null;
        return match ?? (seen ? new HeadingMatch("other", false) : null);
    }

    // Words larger than all headings are the person's name; a sidebar may have been read before it.
    private bool IsTitle(LayoutLine line)
    {
        var style = line.Style;
        if (styles.Count == 0 || line.Page > 1 || line.IsBullet || line.Text.Any(char.IsDigit) || line.Text.Length > 60 || HeadingLexicon.Match(line.Text) is { IsExact: true }) return false;
        var largest = styles.Max(heading => heading.Size);
        return largest > 0 ? style.Size > largest * 1.15 : style.Mark is > 0 and < 9 && styles.All(heading => heading.Mark > style.Mark);
    }

    private bool IsLarger(LayoutLine line) => line.Style.Mark > 0 || (line.Style.Size > document.BodySize && styles.Any(style => style.Size > 0 && line.Style.Size >= style.Size));

    /// <summary>Whether a line has the form of a heading: short, no list item, no sentence, no date, no address.</summary>
    public static bool CanBeHeading(LayoutLine line)
    {
        var text = line.Segments[0].Text;
        return !line.IsBullet && text.Length <= 60 && !text.EndsWith('.') && !text.EndsWith(',') && !text.Contains('@', StringComparison.Ordinal)
            && line.First.Cell is not { Column: > 2 } && DateParser.Find(text).Count == 0;
    }

    // A style is one of headings when several listed headings have it and little else has.
    private HashSet<LineStyle> HeadingStyles()
    {
        var lines = document.Lines.Where(line => line.First.Role != SourceLineRole.PageFooter).ToList();
        var matches = lines.Where(line => CanBeHeading(line) && HeadingLexicon.Match(line.Segments[0].Text) is { IsExact: true }).ToList();
        var perStyle = lines.GroupBy(line => line.Style).ToDictionary(group => group.Key, group => group.Count());
        var found = matches.GroupBy(line => line.Style)
            .Select(group => (group.Key, Sections: group.Select(line => HeadingLexicon.Match(line.Segments[0].Text)!.Section).Distinct().Count(), Share: (double)group.Count() / perStyle[group.Key]))
            .Where(style => (style.Sections >= 2 && style.Share >= 0.35) || (style.Key.Mark > 0 && style.Share >= 0.3))
            .ToList();
        var strongest = found.Count == 0 ? 0 : found.Max(style => style.Sections);
        return [.. found.Where(style => style.Sections * 2 >= strongest || style.Key.Mark > 0 || style.Share > 0.7).Select(style => style.Key)];
    }
}
