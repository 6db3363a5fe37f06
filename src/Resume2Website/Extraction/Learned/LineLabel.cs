using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Learned;

/// <summary>What a line is: its section, and the part that it plays there.</summary>
/// <param name="Section">The section's kind, as in <see cref="Entries.CvSection"/>.</param>
/// <param name="Part">The part.</param>
internal readonly record struct LineLabel(string Section, LinePart Part)
{
    private static readonly string[] WithEntries = ["work", "volunteer", "education", "awards", "certificates", "publications", "references", "projects", "talks", "courses"];
    private static readonly string[] WithoutEntries = ["summary", "skills", "languages", "interests", "other", "contact"];

    /// <summary>All labels that there are, in the order that models are written in.</summary>
    public static IReadOnlyList<LineLabel> All { get; } =
    [
        .. WithEntries.SelectMany(section => new[] { LinePart.Heading, LinePart.Start, LinePart.Head, LinePart.Text }.Select(part => new LineLabel(section, part))),
        .. WithoutEntries.SelectMany(section => new[] { LinePart.Heading, LinePart.Text }.Select(part => new LineLabel(section, part))),
        .. new[] { LinePart.Name, LinePart.Label, LinePart.Contact, LinePart.Text }.Select(part => new LineLabel(Entries.CvSection.Preamble, part)),
    ];

    /// <summary>All sections, in the order that models are written in.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. All.Select(label => label.Section).Distinct(StringComparer.Ordinal)];

    /// <summary>The index of a label in <see cref="All"/>; a part that the section does not have counts as its text.</summary>
    public static int IndexOf(string section, LinePart part)
    {
        var exact = Index(new LineLabel(section, part));
        return exact >= 0 ? exact : Index(new LineLabel(section, LinePart.Text));
    }

    private static int Index(LineLabel label)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == label) return i;
        }

        return -1;
    }
}
