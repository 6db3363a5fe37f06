using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Documents that are no CVs: invoices, recipes, letters.</summary>
/// <remarks>
/// <c>words/negatives.txt</c>: a line <c>== id language kind format</c>, then <c># heading</c>, <c>- point</c>, <c>a | b</c> (set apart on one line) or running text.
/// </remarks>
internal static class NegativeBook
{
    /// <summary>All of them, set in a plain layout.</summary>
    public static IEnumerable<(string Id, string Language, string Kind, string Format, Sheet Sheet)> Sheets()
    {
        foreach (var text in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "words", "negatives.txt")).Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var head = lines[0].Split(' ');
            var layout = new Layout("negative") { Heading = HeadingShape.Coloured, Font = "LiberationSerif", Size = 11 };
            yield return (head[0], head[1], head[2], head[3], new Sheet(layout, [], [], [.. lines.Skip(1).Select(Row)], null));
        }
    }

    private static Line Row(string text)
    {
        var piece = new Piece(Section.Other);
        if (text.StartsWith("# ", StringComparison.Ordinal)) return new Line(LineKind.Heading, piece.With(Role.Heading, text[2..], Look.Bold));
        if (text.StartsWith("- ", StringComparison.Ordinal)) return new Line(LineKind.Point, piece.With(Role.Bullet, text[2..]), null, "•");
        return text.Split(" | ") is [var left, var right]
            ? new Line(LineKind.Sub, piece.With(Role.Text, left), piece.With(Role.Text, right))
            : new Line(LineKind.Text, piece.With(Role.Text, text));
    }
}
