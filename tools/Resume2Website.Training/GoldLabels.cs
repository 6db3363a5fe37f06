using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Training;

/// <summary>The true label of each line, from the pieces that were printed in it.</summary>
internal sealed class GoldLabels
{
    private static readonly HashSet<string> HeadRoles = new(["title", "organization", "date", "place", "degree"], StringComparer.Ordinal);
    private static readonly HashSet<string> ContactRoles = new(["contact", "location", "url"], StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<int, IReadOnlyList<PrintedPiece>> _pieces;
    private readonly HashSet<(string Section, int Entry)> _begun = [];
    private string _section = CvSection.Preamble;
    private bool _inContact;

    private GoldLabels(IReadOnlyDictionary<int, IReadOnlyList<PrintedPiece>> pieces) => _pieces = pieces;

    /// <summary>The index of each line's label; -1 where nothing is known of it.</summary>
    public static int[] Of(IReadOnlyList<SectionedLine> lines, IReadOnlyDictionary<int, IReadOnlyList<PrintedPiece>> pieces)
    {
        var labels = new GoldLabels(pieces);
        return [.. lines.Select(line => labels.Label(line.Line))];
    }

    private int Label(LayoutLine line)
    {
        var pieces = Pieces(line);
        if (pieces.Count == 0) return -1;
        if (pieces.Find(piece => piece.Role == "heading") is { } heading && pieces[0] == heading) return Heading(heading);
        var first = pieces.Find(piece => piece.Role != "furniture") ?? pieces[0];
        if (first.Role == "furniture") return LineLabel.IndexOf(_section == "contact" ? CvSection.Preamble : _section, LinePart.Text);
        if (first.Section == "basics") return Basics(first);
        _section = first.Section;
        if (!Has(_section, LinePart.Start)) return LineLabel.IndexOf(_section, LinePart.Text);
        var begins = false;
        foreach (var piece in pieces.Where(piece => piece.Entry >= 0)) begins |= _begun.Add((piece.Section, piece.Entry));
        return LineLabel.IndexOf(_section, begins ? LinePart.Start : pieces.Exists(piece => HeadRoles.Contains(piece.Role)) ? LinePart.Head : LinePart.Text);
    }

    private int Heading(PrintedPiece heading)
    {
        _inContact = heading.Section == "basics";
        _section = _inContact ? "contact" : heading.Section;
        return LineLabel.IndexOf(_section, LinePart.Heading);
    }

    private int Basics(PrintedPiece piece)
    {
        var isContact = ContactRoles.Contains(piece.Role) || piece.Role is "item" or "text";
        _section = _inContact && isContact ? "contact" : CvSection.Preamble;
        return LineLabel.IndexOf(_section, piece.Role switch { "name" => LinePart.Name, "label" => LinePart.Label, _ => isContact ? LinePart.Contact : LinePart.Text });
    }

    // Of a line that is one run of several, those that stand in the run.
    private List<PrintedPiece> Pieces(LayoutLine line)
    {
        var found = new List<PrintedPiece>();
        foreach (var segment in line.Segments)
        {
            var text = TextFolding.Squash(segment.Text);
            var all = _pieces.GetValueOrDefault(segment.Source.Number) ?? [];
            var within = all.Where(piece => text.Contains(piece.Squashed, StringComparison.Ordinal) || piece.Squashed.Contains(text, StringComparison.Ordinal)).ToList();
            found.AddRange(within.Count > 0 ? within : all);
        }

        return found.Count > 0 ? found : [.. line.Sources.SelectMany(source => _pieces.GetValueOrDefault(source.Number) ?? [])];
    }

    private static bool Has(string section, LinePart part) => LineLabel.All[LineLabel.IndexOf(section, part)].Part == part;
}
