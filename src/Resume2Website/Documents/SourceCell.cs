namespace Resume2Website.Documents;

/// <summary>A place in a table.</summary>
/// <param name="Table">The table's number in the document, from 1.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record SourceCell(int Table, int Row, int Column);
