using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Lines;

/// <summary>Gathers the lines of a document: numbers them and refuses what is too long to be a CV.</summary>
internal sealed class LineCollector
{
    private readonly List<SourceLine> lines = [];
    private int characters;

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<SourceLine> Lines => lines;

    /// <summary>Adds a line under the next number; one without text and without links is left out.</summary>
    /// <exception cref="DocumentException">The document holds too much text.</exception>
    public void Add(SourceLine line)
    {
        if (line.Text.Length == 0) return;
        characters += line.Text.Length;
        if (characters > ReadingLimits.Characters) throw new DocumentException("too_complex");
        for (var rest = line; rest is not null;)
        {
            if (lines.Count == ReadingLimits.Lines) throw new DocumentException("too_complex");
            (var piece, rest) = Cut(rest);
            if (piece.Text.Length > 0) lines.Add(piece with { Number = lines.Count + 1 });
        }
    }

    /// <summary>As much of a line as may be one, cut between words, and the rest; a link goes where it begins.</summary>
    private static (SourceLine Piece, SourceLine? Remainder) Cut(SourceLine line)
    {
        if (line.Text.Length <= ReadingLimits.LineCharacters) return (line, null);
        var space = line.Text.LastIndexOf(' ', ReadingLimits.LineCharacters - 1, ReadingLimits.LineCharacters / 2);
        var at = space > 0 ? space + 1 : ReadingLimits.LineCharacters - (char.IsHighSurrogate(line.Text[ReadingLimits.LineCharacters - 1]) ? 1 : 0);
        return (
            line with { Text = line.Text[..at].TrimEnd(), Links = [.. line.Links.Where(link => link.Start < at)] },
            line with { Text = line.Text[at..], Links = [.. line.Links.Where(link => link.Start >= at).Select(link => link with { Start = link.Start - at })] });
    }

    /// <summary>The document of the lines.</summary>
    /// <exception cref="DocumentException">There is not one line.</exception>
    public SourceDocument Finish(Format format, IReadOnlyList<SourcePage> pages)
    {
        if (lines.Count == 0) throw new DocumentException("no_text");
        return new SourceDocument { Format = format, Pages = pages, Lines = lines };
    }
}
