namespace Resume2Website.Documents;

/// <summary>A document as the reader saw it: lines with their places, whatever the format was.</summary>
public sealed record SourceDocument
{
    /// <summary>The format it was read as.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>The pages; formats without pages have one without a size.</summary>
    public required IReadOnlyList<SourcePage> Pages { get; init; }

    /// <summary>
    /// The lines in the order of the document: pages in order, and within a page as the format stores or prints them.
    /// Reading order (columns, sidebars) is the business of the layout analysis.
    /// </summary>
    public required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>The photo of the person; null where none was found, or none for certain. No value of a résumé is read from it.</summary>
    public SourcePortrait? Portrait { get; init; }

    /// <summary>Whether the text comes from optical character recognition.</summary>
    public bool IsRecognized { get; init; }
}
