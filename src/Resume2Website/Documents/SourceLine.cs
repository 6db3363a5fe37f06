namespace Resume2Website.Documents;

/// <summary>
/// A run of text that stands together on one line. On a page, words of one baseline that are parted by a wide gap (two columns,
/// a date set to the right) are different lines; the layout analysis joins what belongs together.
/// </summary>
public sealed record SourceLine
{
    /// <summary>The page's number, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The line's number in the document, from 1; provenance names it.</summary>
    public required int Number { get; init; }

    /// <summary>The text: NFC, no control characters, single spaces, trimmed, never empty. A tab stays where the format has one.</summary>
    public required string Text { get; init; }

    /// <summary>What the format itself says the line is.</summary>
    public SourceLineRole Role { get; init; } = SourceLineRole.Body;

    /// <summary>A heading's level, from 1; a list item's depth, from 1; else 0.</summary>
    public int Level { get; init; }

    /// <summary>Where it stands; null where the format has no places.</summary>
    public SourceBox? Box { get; init; }

    /// <summary>The commonest size of its letters, in points.</summary>
    public double? FontSize { get; init; }

    /// <summary>Whether most of it is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Whether most of it is italic.</summary>
    public bool Italic { get; init; }

    /// <summary>The colour of its letters as 0xRRGGBB; null when not known.</summary>
    public int? Color { get; init; }

    /// <summary>The links in it.</summary>
    public IReadOnlyList<SourceLink> Links { get; init; } = [];

    /// <summary>The block it belongs to (a paragraph, a table cell, a text box), rising through the document; 0 when not known.</summary>
    public int Block { get; init; }

    /// <summary>A table cell's row and column, from 1; null outside of tables.</summary>
    public SourceCell? Cell { get; init; }

    /// <summary>How sure the recognition is of it, 0 to 1; null when the text was not recognized but read.</summary>
    public double? RecognitionConfidence { get; init; }
}
