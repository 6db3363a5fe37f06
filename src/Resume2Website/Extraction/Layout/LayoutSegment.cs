using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>A run of text within a line, parted from its neighbours by a wide gap or a tab.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">The line of the document that it stands in.</param>
internal sealed record LayoutSegment(string Text, SourceLine Source)
{
    /// <summary>The links of its source line that lie within it; all of them when it is the whole line.</summary>
    public IReadOnlyList<SourceLink> Links { get; init; } = Source.Links;
}
