using System.Text;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Printing;

/// <summary>Prints Markdown (CommonMark).</summary>
internal static class MarkdownPrinter
{
    /// <summary>Prints a sheet.</summary>
    public static Printed Print(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in SheetWalk.Rows(sheet)) Print(row, text);
        return new Printed(Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n"), [.. SheetWalk.Pieces(sheet)], 1);
    }

    private static void Print(Row row, StringBuilder text)
    {
        IEnumerable<Row> inner = row switch
        {
            Beside { IsNarrowRight: true } beside => beside.Wide.Concat(beside.Narrow),
            Beside beside => beside.Narrow.Concat(beside.Wide),
            Grid grid => grid.Cells.SelectMany(cell => cell),
            _ => [],
        };
        foreach (var part in inner) Print(part, text);
        if (row is not Line line) return;
        var start = line.Kind switch { LineKind.Name => "# ", LineKind.Heading => "## ", LineKind.Head => "### ", LineKind.Point => "- ", _ => "" };
        var isPoint = line.Kind == LineKind.Point;
        if (!isPoint && text.Length > 0) text.Append('\n');
        text.Append(start).Append(start.StartsWith('#') ? line.Piece.Text : Marked(line.Piece)).Append('\n');
        if (line.Right is { } right) text.Append('\n').Append('*').Append(right.Text).Append("*\n");
    }

    private static string Marked(Piece piece) => string.Concat(piece.Spans.Where(span => !span.Look.HasFlag(Look.Icon)).Select(span =>
        span.Role is null || span.Text.Trim() != span.Text ? span.Text : span.Look.HasFlag(Look.Bold) ? $"**{span.Text}**" : span.Look.HasFlag(Look.Italic) ? $"*{span.Text}*" : span.Text)).Trim();
}
