using System.Text;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Printing;

/// <summary>Prints plain text, columns drawn with spaces.</summary>
internal static class TextPrinter
{
    private const int Wide = 84;
    private const int Narrow = 24;

    /// <summary>Prints a sheet.</summary>
    public static Printed Print(Sheet sheet)
    {
        var lines = SheetWalk.Rows(sheet).SelectMany(row => Lines(row, Wide, sheet.Layout)).ToList();
        var text = string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n') + "\n";
        return new Printed(Encoding.UTF8.GetBytes(text), [.. SheetWalk.Pieces(sheet)], 1);
    }

    private static List<string> Lines(Row row, int width, Layout layout) => row switch
    {
        Line line => Lines(line, width, layout),
        // A heading beside its section would take the width that the section needs.
        Beside { Narrow: [Line { Kind: LineKind.Heading } heading] } beside => [.. Lines(heading, width, layout), .. beside.Wide.SelectMany(inner => Lines(inner, width, layout))],
        Beside { IsNarrowRight: true } beside => Merge(beside.Wide, beside.Narrow, width - Narrow, Narrow, layout),
        Beside beside => Merge(beside.Narrow, beside.Wide, Narrow, width - Narrow, layout),
        Grid { Cells: [var first, var second] } => Merge(first, second, Narrow, width - Narrow, layout),
        _ => [],
    };

    private static List<string> Merge(IReadOnlyList<Row> left, IReadOnlyList<Row> right, int leftWidth, int rightWidth, Layout layout)
    {
        var (first, second) = (Column(left, leftWidth - 2, layout), Column(right, rightWidth, layout));
        var merged = Enumerable.Range(0, Math.Max(first.Count, second.Count)).Select(i => first.ElementAtOrDefault(i, "").PadRight(leftWidth) + second.ElementAtOrDefault(i, ""));
        return ["", .. merged];
    }

    private static List<string> Column(IReadOnlyList<Row> rows, int width, Layout layout) => [.. rows.SelectMany(row => Lines(row, width, layout)).Where(line => line.Length > 0)];

    private static string ElementAtOrDefault(this List<string> lines, int index, string missing) => index < lines.Count ? lines[index] : missing;

    private static List<string> Lines(Line line, int width, Layout layout)
    {
        var bullet = line.Bullet is null ? "" : line.Bullet + " ";
        var end = line.Right?.Text ?? "";
        var wrapped = Wrap(line.Piece.Text, width - bullet.Length - (end.Length > 0 ? end.Length + 2 : 0));
        var lines = wrapped.Select((text, i) => (i == 0 ? bullet : new string(' ', bullet.Length)) + text).ToList();
        if (end.Length > 0) lines[0] = lines[0].PadRight(width - end.Length) + end;
        if (line.Kind == LineKind.Heading)
        {
            lines.Insert(0, "");
            if (layout.Heading is HeadingShape.Ruled or HeadingShape.Coloured) lines.Add(new string(layout.Heading == HeadingShape.Ruled ? '-' : '=', line.Piece.Text.Length));
        }
        else if (line.Kind == LineKind.Head)
        {
            lines.Insert(0, "");
        }

        return lines;
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width) lines.Add("");
            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return lines;
    }
}
