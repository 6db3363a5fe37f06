using Resume2Website.Documents;

namespace Resume2Website.Extraction.Entries;

/// <summary>The smallest piece that the head of an entry can be parted into: what stands between commas, tabs, bars and line breaks.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Source">The line that it stands in.</param>
/// <param name="Joint">What parts it from the piece before: a comma or a hyphen, which may stand within a name; null for a break that no name has.</param>
internal sealed record HeadAtom(string Text, SourceLine Source, string? Joint)
{
    private const int Most = 10;

    /// <summary>The pieces of the lines of a head.</summary>
    public static IReadOnlyList<HeadAtom> Of(IReadOnlyList<EntryLine> head)
    {
        var parts = head.SelectMany(line => line.Rest).SelectMany(segment => HeadText.Parts(segment.Text).Select(text => (Text: text, segment.Source))).ToList();
        var atoms = parts.SelectMany(part => Of(part.Text, part.Source)).ToList();
        return atoms.Count <= Most ? atoms : [.. parts.Take(Most).Select(part => new HeadAtom(part.Text, part.Source, null))];
    }

    private static IEnumerable<HeadAtom> Of(string text, SourceLine source)
    {
        string? joint = null;
        foreach (var part in HeadText.CommaParts(text))
        {
            foreach (var piece in HeadText.HyphenParts(part))
            {
                yield return new HeadAtom(piece, source, joint);
                joint = " - ";
            }

            joint = ", ";
        }
    }
}
