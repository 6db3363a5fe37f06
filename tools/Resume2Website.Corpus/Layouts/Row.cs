using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Layouts;

/// <summary>What stands below one another on a page.</summary>
internal abstract record Row;

/// <summary>A paragraph, with something at the right end of its line if need be.</summary>
internal sealed record Line(LineKind Kind, Piece Piece, Piece? Right = null, string? Bullet = null) : Row;

/// <summary>Rows beside one another: a narrow column of labels or dates, and what belongs to it.</summary>
/// <param name="Narrow">The narrow column.</param>
/// <param name="Wide">The wide one.</param>
/// <param name="IsNarrowRight">Whether the narrow one stands at the right.</param>
internal sealed record Beside(IReadOnlyList<Row> Narrow, IReadOnlyList<Row> Wide, bool IsNarrowRight = false) : Row;

/// <summary>A table with lines between its cells.</summary>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<Row>> Cells) : Row;

/// <summary>What a line is for, which tells its size and the space around it.</summary>
internal enum LineKind { Title, Name, Label, Contact, Heading, Head, Sub, Text, Point }

/// <summary>A CV that is set but not yet printed.</summary>
/// <param name="Layout">How.</param>
/// <param name="Head">What stands above the columns.</param>
/// <param name="Side">The narrow or first column; empty for one column.</param>
/// <param name="Main">The wide column.</param>
/// <param name="Footer">The words at the foot of a page, given its number and how many there are; null for none.</param>
internal sealed record Sheet(Layout Layout, IReadOnlyList<Row> Head, IReadOnlyList<Row> Side, IReadOnlyList<Row> Main, Func<int, int, Piece>? Footer);
