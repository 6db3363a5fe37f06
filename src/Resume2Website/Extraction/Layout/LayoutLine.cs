using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>A line in reading order: one visual row of one column, or a whole paragraph once wrapped lines are joined.</summary>
internal sealed record LayoutLine
{
    /// <summary>Its runs of text from left to right; at least one.</summary>
    public required IReadOnlyList<LayoutSegment> Segments { get; init; }

    /// <summary>The lines of the document that it is made of.</summary>
    public required IReadOnlyList<SourceLine> Sources { get; init; }

    /// <summary>Its text, runs parted by a tab.</summary>
    public string Text => Segments.Count == 1 ? Segments[0].Text : string.Join('\t', Segments.Select(segment => segment.Text));

    /// <summary>Whether it is an item of a list; the bullet itself is not in the text.</summary>
    public bool IsBullet { get; init; }

    /// <summary>Whether only its indent says that it is an item of a list.</summary>
    public bool IsIndented { get; init; }

    /// <summary>Whether it is set off as a heading by marks of plain text: a rule of dashes, an underline of signs.</summary>
    public bool IsDecorated { get; init; }

    /// <summary>The column or band that it belongs to, rising in reading order.</summary>
    public int Region { get; init; }

    /// <summary>The left and right edge of its region; equal where the format has no places.</summary>
    public (double Left, double Right) RegionEdges { get; init; }

    /// <summary>The white space above it within its region, in heights of a line; 0 when not known.</summary>
    public double GapBefore { get; init; }

    /// <summary>Where it stands; null where the format has no places.</summary>
    public SourceBox? Box { get; init; }

    /// <summary>The part that it plays in its section, where an engine has learned it; null when only the rules say.</summary>
    public LinePart? Part { get; init; }

    /// <summary>How sure its part is, 0 to 1.</summary>
    public double PartConfidence { get; init; }

    /// <summary>The source line that its first run stands in.</summary>
    public SourceLine First => Segments[0].Source;

    /// <summary>All links in it.</summary>
    public IEnumerable<SourceLink> Links => Segments.SelectMany(segment => segment.Links);

    /// <summary>The page's number, from 1.</summary>
    public int Page => First.Page;

    /// <summary>What it looks like, for comparing lines with each other.</summary>
    public LineStyle Style => LineStyle.Of(this);
}
