using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>What is known of lines without being learned: a heading that is listed, or has a word of one, names its section, and a line that is nothing but an address begins no entry.</summary>
internal static class LineExpectations
{
    private const double OtherThanListed = -8;
    private const double OtherThanAlike = -4;
    private const double AddressBegins = -6;
    private const double RowHeads = -6;
    private const double ContentHeads = -10;
    private const double ListedIsContent = -3;

    /// <summary>What to add to what a model says for each label of each line when it reads, <c>[line, label]</c>.</summary>
    public static double[] WhenReading(IReadOnlyList<SectionedLine> lines)
    {
        var offsets = Of(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsListedHeading(lines[i])) ExpectHeading(offsets.AsSpan(i * LineLabel.All.Count, LineLabel.All.Count));
        }

        return offsets;
    }

    /// <summary>What to add while a model learns too: it need not learn that again.</summary>
    public static double[] Of(IReadOnlyList<SectionedLine> lines)
    {
        var offsets = new double[lines.Count * LineLabel.All.Count];
        for (var i = 0; i < lines.Count; i++) Expect(lines[i], offsets.AsSpan(i * LineLabel.All.Count, LineLabel.All.Count));
        return offsets;
    }

    private static void Expect(SectionedLine ruled, Span<double> offsets)
    {
        var line = ruled.Line;
        // "Languages ⇥ Platforms ⇥ Tools" is the first row of a table, and heads no section.
        var isRow = line.Segments.Count > 1 && !ruled.IsHeading;
        var heading = isRow ? null : HeadingLexicon.Match(line.Segments[0].Text);
        var named = heading?.Section == "links" ? "contact" : heading?.Section;
        var isContent = !SectionFinder.CanBeHeading(line) || line.Segments[0].Text.TrimEnd(':').Contains(": ", StringComparison.Ordinal);
        var isAddress = line.Segments.Count == 1 && EntryBody.IsAddress(line.Text);
        for (var label = 0; label < offsets.Length; label++)
        {
            var (section, part) = LineLabel.All[label];
            if (part == LinePart.Heading && named is not null && section != named) offsets[label] += heading!.IsExact ? OtherThanListed : OtherThanAlike;
            // Whatever can be learned could be a course: only its heading tells it from skills and certificates.
            if (part == LinePart.Heading && section == "courses" && named is null) offsets[label] += OtherThanListed;
            if (part == LinePart.Heading && isRow) offsets[label] += RowHeads;
            if (part == LinePart.Heading && isContent && !ruled.IsHeading) offsets[label] += ContentHeads;
            if (part == LinePart.Start && isAddress) offsets[label] += AddressBegins;
        }
    }

    // "Experience" below a summary of one line is not its last word. A model that learned with this would lean on it, and trust headings less.
    private static bool IsListedHeading(SectionedLine ruled) =>
        ruled.IsHeading && ruled.Line is { IsBullet: false, Segments: [var only] } && HeadingLexicon.Match(only.Text) is { IsExact: true };

    private static void ExpectHeading(Span<double> offsets)
    {
        for (var label = 0; label < offsets.Length; label++)
        {
            if (LineLabel.All[label].Part != LinePart.Heading) offsets[label] += ListedIsContent;
        }
    }
}
