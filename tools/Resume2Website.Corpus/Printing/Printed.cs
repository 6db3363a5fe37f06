using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Printing;

/// <summary>A document as bytes, and its pieces in the order they were printed.</summary>
internal sealed record Printed(byte[] Content, IReadOnlyList<Piece> Pieces, int Pages);
