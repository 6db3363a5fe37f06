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
        lines.Add(line with { Number = lines.Count + 1 });
    }

    /// <summary>The document of the lines.</summary>
    /// <exception cref="DocumentException">There is not one line.</exception>
    public SourceDocument Finish(Format format, IReadOnlyList<SourcePage> pages)
    {
        if (lines.Count == 0) throw new DocumentException("no_text");
        return new SourceDocument { Format = format, Pages = pages, Lines = lines };
    }
}
