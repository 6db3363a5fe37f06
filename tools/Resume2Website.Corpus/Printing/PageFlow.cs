using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;
using SkiaSharp;

namespace Resume2Website.Corpus.Printing;

/// <summary>Lets rows flow down columns and over pages, and remembers what is to be drawn where.</summary>
internal sealed class PageFlow(Layout layout)
{
    public const float PageWidth = 595;
    public const float PageHeight = 842;
    public const float Margin = 46;

    private readonly List<List<(Piece? Piece, Action<SKCanvas> Draw)>> pages = [[]];

    /// <summary>What is drawn on each page, in order.</summary>
    public IReadOnlyList<IReadOnlyList<(Piece? Piece, Action<SKCanvas> Draw)>> Pages => pages;

    /// <summary>Sets rows below a place; returns the place below them.</summary>
    public Place Set(IEnumerable<Row> rows, float x, float width, Place at)
    {
        foreach (var row in rows)
        {
            at = row switch
            {
                Line line => Set(line, x, width, at),
                Beside beside => Set(beside, x, width, at),
                Grid grid => Set(grid, x, width, at),
                _ => at,
            };
        }

        return at;
    }

    /// <summary>Sets one line of text at a height of a page, in the middle.</summary>
    public void SetFooter(int page, Piece piece)
    {
        var text = piece.Text;
        var width = FontShelf.Get(layout.Font, Look.Plain, 8, text).MeasureText(text);
        Draw(new Place(page, PageHeight - 24), piece, (PageWidth - width) / 2, 8, [(text, Look.Muted, Role.Furniture)]);
    }

    /// <summary>Fills a box behind the text of a page.</summary>
    public void Fill(int page, SKRect box, SKColor color)
    {
        while (pages.Count <= page) pages.Add([]);
        pages[page].Insert(0, (null, canvas => canvas.DrawRect(box, new SKPaint { Color = color })));
    }

    private Place Set(Line line, float x, float width, Place at)
    {
        var size = SizeOf(line.Kind);
        at = at with { Y = at.Y + Before(line.Kind) };
        // A heading or the head of an entry does not stay alone at the foot of a page.
        at = Fit(at, line.Kind is LineKind.Heading ? size * 5 : line.Kind is LineKind.Head ? size * 3 : size * 1.3f);
        var indent = line.Bullet is null ? 0 : size * 1.1f;
        if (line.Bullet is { } bullet) Draw(at, null, x, size, [(bullet, Look.Plain, null)]);
        var end = line.Right is { } right ? Width(right, size) + 10 : 0;
        var lines = new LineBreaker((text, look) => Width(text, look, size), layout.Hyphenates && line.Kind is LineKind.Text or LineKind.Point).Break(line.Piece, width - indent - end);
        var isCentred = (layout.IsCentred && line.Kind is LineKind.Name or LineKind.Label or LineKind.Contact) || (layout.Heading == HeadingShape.Centred && line.Kind == LineKind.Heading);
        for (var i = 0; i < lines.Count; i++)
        {
            at = Fit(at, size * 1.3f);
            var left = isCentred ? x + ((width - lines[i].Sum(run => Width(run.Text, run.Look, size))) / 2) : x + indent;
            Draw(at, line.Piece, left, size, lines[i]);
            if (i == 0 && line.Right is { } piece) Draw(at, piece, x + width - end + 10, size, [.. piece.Spans.Select(span => (span.Text, span.Look, span.Role))]);
            at = at with { Y = at.Y + (size * 1.3f) };
        }

        if (line.Kind == LineKind.Heading && layout.Heading == HeadingShape.Ruled)
        {
            var y = at.Y - (size * 0.1f);
            Rule(at.Page, x, y, x + width, y);
            at = at with { Y = at.Y + 3 };
        }

        return at with { Y = at.Y + After(line.Kind) };
    }

    private Place Set(Beside beside, float x, float width, Place at)
    {
        at = Fit(at with { Y = at.Y + 3 }, layout.Size * 4);
        var narrow = MathF.Round(width * 0.23f);
        var (narrowX, wideX) = beside.IsNarrowRight ? (x + width - narrow + 10, x) : (x, x + narrow);
        var first = Set(beside.Narrow, narrowX, narrow - 10, at);
        return Max(first, Set(beside.Wide, wideX, width - narrow, at));
    }

    private Place Set(Grid grid, float x, float width, Place at)
    {
        at = Fit(at, layout.Size * 4);
        var (end, left, first) = (at, x, MathF.Round(width * 0.25f));
        foreach (var cell in grid.Cells)
        {
            var cellWidth = left == x && grid.Cells.Count > 1 ? first : (width - first) / Math.Max(1, grid.Cells.Count - 1);
            end = Max(end, Set(cell, left + 4, cellWidth - 8, at with { Y = at.Y + 2 }));
            left += cellWidth;
        }

        end = end with { Y = end.Y + 3 };
        if (end.Page != at.Page) return end;
        foreach (var edge in new[] { x, x + first, x + width }) Rule(at.Page, edge, at.Y, edge, end.Y);
        Rule(at.Page, x, at.Y, x + width, at.Y);
        Rule(at.Page, x, end.Y, x + width, end.Y);
        return end;
    }

    private void Draw(Place at, Piece? piece, float x, float size, List<(string Text, Look Look, Role? Role)> runs)
    {
        foreach (var (text, look, role) in runs)
        {
            var (left, baseline) = (x, at.Y + size);
            var shown = runs[^1] == (text, look, role) ? text.TrimEnd() : text;
            // A wrapped address is no link: half of one leads nowhere.
            var linked = piece?.Spans.Any(span => span.Text == shown) == true ? role : null;
            pages[at.Page].Add((piece, canvas => Draw(canvas, shown, look, linked, left, baseline, size)));
            x += Width(text, look, size);
        }
    }

    private void Draw(SKCanvas canvas, string text, Look look, Role? role, float x, float y, float size)
    {
        using var font = FontShelf.Get(layout.Font, look, size, text);
        using var paint = new SKPaint { IsAntialias = true, Color = look.HasFlag(Look.Light) ? new SKColor(0xFFF5F5F5) : look.HasFlag(Look.Accent) ? new SKColor(0xFF000000 | layout.Accent) : look.HasFlag(Look.Muted) ? new SKColor(0xFF5A5A5A) : new SKColor(0xFF1A1A1A) };
        if (look.HasFlag(Look.Spaced))
        {
            foreach (var letter in text)
            {
                var one = letter.ToString();
                canvas.DrawText(one, x, y, SKTextAlign.Left, font, paint);
                x += font.MeasureText(one) + (size * Spacing);
            }

            return;
        }

        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
        var target = role == Role.Url ? "https://" + text : role == Role.Contact && text.Contains('@', StringComparison.Ordinal) ? "mailto:" + text : null;
        if (target is not null && layout.Accent != 0) canvas.DrawUrlAnnotation(new SKRect(x, y - size, x + font.MeasureText(text), y + 2), target);
    }

    private const float Spacing = 0.18f;

    private float Width(Piece piece, float size) => piece.Spans.Sum(span => Width(span.Text, span.Look, size));

    private float Width(string text, Look look, float size)
    {
        using var font = FontShelf.Get(layout.Font, look, size, text);
        return look.HasFlag(Look.Spaced) ? text.Sum(letter => font.MeasureText(letter.ToString()) + (size * Spacing)) : font.MeasureText(text);
    }

    private void Rule(int page, float x1, float y1, float x2, float y2) =>
        pages[page].Add((null, canvas => canvas.DrawLine(x1, y1, x2, y2, new SKPaint { Color = new SKColor(0xFF9E9E9E), StrokeWidth = 0.7f })));

    private Place Fit(Place at, float height)
    {
        if (at.Y + height <= PageHeight - Margin) return at;
        if (pages.Count <= at.Page + 1) pages.Add([]);
        return new Place(at.Page + 1, Margin);
    }

    private static Place Max(Place a, Place b) => a.Page != b.Page ? a.Page > b.Page ? a : b : a.Y >= b.Y ? a : b;

    private float SizeOf(LineKind kind) => layout.Size * kind switch
    {
        LineKind.Name => 2.1f,
        LineKind.Title => 1.2f,
        LineKind.Label => 1.25f,
        LineKind.Contact => 0.95f,
        LineKind.Heading when layout.Heading != HeadingShape.SameSize && layout.Heading != HeadingShape.LabelColumn => 1.25f,
        _ => 1,
    };

    private float Before(LineKind kind) => layout.Size * kind switch { LineKind.Heading => 1.1f, LineKind.Head => 0.45f, _ => 0 };

    private float After(LineKind kind) => layout.Size * kind switch { LineKind.Name or LineKind.Label => 0.3f, LineKind.Heading => 0.25f, LineKind.Point => 0.1f, _ => 0 };
}
