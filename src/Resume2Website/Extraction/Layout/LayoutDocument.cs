using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>A document in reading order.</summary>
/// <param name="Source">The document as it was read.</param>
/// <param name="Lines">Its lines, columns one after the other, wrapped lines joined.</param>
/// <param name="Dropped">Lines that say nothing: page numbers, repeated headers, rules.</param>
/// <param name="BodySize">The size of most of its letters in half points; 0 when not known.</param>
internal sealed record LayoutDocument(SourceDocument Source, IReadOnlyList<LayoutLine> Lines, IReadOnlyList<SourceLine> Dropped, int BodySize);
