using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Goes through a sheet in the order in which it is printed.</summary>
internal static class SheetWalk
{
    /// <summary>The columns in order: head, then left before right.</summary>
    public static IEnumerable<Row> Rows(Sheet sheet) =>
        sheet.Layout.Frame == Frame.SideRight ? [.. sheet.Head, .. sheet.Main, .. sheet.Side] : [.. sheet.Head, .. sheet.Side, .. sheet.Main];

    /// <summary>The pieces, without what stands at the foot of pages.</summary>
    public static IEnumerable<Piece> Pieces(Sheet sheet) => Rows(sheet).SelectMany(Pieces);

    private static IEnumerable<Piece> Pieces(Row row) => row switch
    {
        Line line => line.Right is { } right ? [line.Piece, right] : [line.Piece],
        Beside { IsNarrowRight: true } beside => beside.Wide.Concat(beside.Narrow).SelectMany(Pieces),
        Beside beside => beside.Narrow.Concat(beside.Wide).SelectMany(Pieces),
        Grid grid => grid.Cells.SelectMany(cell => cell).SelectMany(Pieces),
        _ => [],
    };
}
