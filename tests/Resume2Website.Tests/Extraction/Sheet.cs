using Resume2Website.Documents;

namespace Resume2Website.Tests.Extraction;

/// <summary>Builds documents as the reader would: plain text, or lines with places on a page.</summary>
internal sealed class Sheet
{
    private const double LetterWidth = 0.5;
    private readonly List<SourceLine> lines = [];
    private int page = 1;

    /// <summary>A text file: blank lines part blocks, <c>- </c> begins a list item, <c># </c> a heading.</summary>
    public static SourceDocument Text(string text, DocumentFormat format = DocumentFormat.Text)
    {
        var lines = new List<SourceLine>();
        var block = 1;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0)
            {
                block++;
                continue;
            }

            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            var isHeading = line.StartsWith("# ", StringComparison.Ordinal);
            lines.Add(new SourceLine
            {
                Page = 1, Number = lines.Count + 1, Text = isItem || isHeading ? line[2..] : line, Block = block,
                Role = isItem ? SourceLineRole.ListItem : isHeading ? SourceLineRole.Heading : SourceLineRole.Body,
                Level = isItem || isHeading ? 1 : 0,
            });
        }

        return new SourceDocument { Format = format, Pages = [new SourcePage(1)], Lines = lines };
    }

    /// <summary>Puts a line on the page.</summary>
    public Sheet Line(double x, double y, string text, double size = 10, bool bold = false, string? link = null)
    {
        lines.Add(new SourceLine
        {
            Page = page, Number = lines.Count + 1, Text = text, FontSize = size, Bold = bold,
            Box = new SourceBox(x, y, text.Length * size * LetterWidth, size),
            Links = link is null ? [] : [new SourceLink(0, text.Length, link)],
        });
        return this;
    }

    /// <summary>Goes on to the next page.</summary>
    public Sheet NextPage()
    {
        page++;
        return this;
    }

    /// <summary>The document, with its lines in the order they were put down.</summary>
    public SourceDocument Build() => new()
    {
        Format = DocumentFormat.Pdf,
        Pages = [.. Enumerable.Range(1, page).Select(number => new SourcePage(number, 595, 842))],
        Lines = lines,
    };
}
