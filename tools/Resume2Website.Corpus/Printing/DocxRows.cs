using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;
using Frame = Resume2Website.Corpus.Layouts.Frame;
using V = DocumentFormat.OpenXml.Vml;

namespace Resume2Website.Corpus.Printing;

/// <summary>Turns rows into paragraphs and tables of Word.</summary>
internal sealed class DocxRows(Layout layout)
{
    private const int PageTwips = 9900;

    /// <summary>The elements of rows.</summary>
    public IEnumerable<OpenXmlElement> Set(IEnumerable<Row> rows) => rows.SelectMany(row => Set(row));

    /// <summary>Two columns: a table, or a text box for the narrow one.</summary>
    public IEnumerable<OpenXmlElement> Columns(Sheet sheet)
    {
        if (layout.Frame == Frame.SideLeft && layout.Heading == HeadingShape.Icon) return [TextBox(sheet.Side), .. Set(sheet.Main)];
        var narrow = layout.Frame == Frame.Equal ? PageTwips / 2 : PageTwips * 3 / 10;
        return layout.Frame == Frame.SideRight
            ? [Table([sheet.Main, sheet.Side], PageTwips - narrow, false), new Paragraph()]
            : [Table([sheet.Side, sheet.Main], narrow, false), new Paragraph()];
    }

    private IEnumerable<OpenXmlElement> Set(Row row) => row switch
    {
        Line line => [Set(line)],
        Beside { IsNarrowRight: true } beside => [Table([beside.Wide, beside.Narrow], PageTwips * 3 / 4, false)],
        // A date and a title beside it are often parted by a tab only.
        Beside { Narrow: [Line date], Wide: [Line head, ..] } beside when date.Kind != LineKind.Heading && layout.Size > 10.5f => [Tabbed(date.Piece, head), .. Set(beside.Wide.Skip(1)).Select(Indented)],
        Beside beside => [Table([beside.Narrow, beside.Wide], PageTwips / 4, false)],
        Grid grid => [Table(grid.Cells, PageTwips / 4, true)],
        _ => [],
    };

    private Paragraph Set(Line line)
    {
        var properties = new ParagraphProperties();
        var style = line.Kind switch
        {
            LineKind.Name => "Title",
            LineKind.Label => "Subtitle",
            LineKind.Heading => layout.Heading == HeadingShape.SameSize ? "Own" : "Heading1",
            LineKind.Head when layout.Entry is EntryShape.TitleThenDateRight or EntryShape.DateBelow or EntryShape.TitleCommaPlaceLine => "Heading2",
            LineKind.Point when line.Bullet is not null => "ListBullet",
            _ => null,
        };
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (style == "ListBullet") properties.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }));
        if (line.Right is not null) properties.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = PageTwips }));
        if (layout.IsCentred && line.Kind is LineKind.Name or LineKind.Label or LineKind.Contact) properties.Append(new Justification { Val = JustificationValues.Center });
        var paragraph = new Paragraph(properties);
        paragraph.Append(Runs(line.Piece));
        if (line.Right is { } right) paragraph.Append([new Run(new TabChar()), .. Runs(right)]);
        return paragraph;
    }

    private static Paragraph Indented(OpenXmlElement element)
    {
        var paragraph = (Paragraph)element;
        if (paragraph.ParagraphProperties is { ParagraphStyleId: null } properties) properties.Indentation = new Indentation { Left = "2400" };
        return paragraph;
    }

    private Paragraph Tabbed(Piece date, Line head)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 2400 })));
        paragraph.Append([.. Runs(date), new Run(new TabChar()), .. Runs(head.Piece)]);
        return paragraph;
    }

    private IEnumerable<Run> Runs(Piece piece) => piece.Spans.Select(span =>
    {
        var properties = new RunProperties();
        if (span.Look.HasFlag(Look.Bold)) properties.Append(new Bold());
        if (span.Look.HasFlag(Look.Italic)) properties.Append(new Italic());
        if (span.Look.HasFlag(Look.Accent)) properties.Append(new Color { Val = layout.Accent.ToString("X6", CultureInfo.InvariantCulture) });
        if (span.Look.HasFlag(Look.Spaced)) properties.Append(new Spacing { Val = 40 });
        return new Run(properties, new Text(span.Text) { Space = SpaceProcessingModeValues.Preserve });
    });

    private Table Table(IReadOnlyList<IReadOnlyList<Row>> cells, int first, bool hasLines)
    {
        var properties = new TableProperties(new TableWidth { Width = Twips(PageTwips), Type = TableWidthUnitValues.Dxa });
        if (hasLines)
        {
            properties.Append(new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }));
        }

        var row = new TableRow();
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = Twips(i == 0 ? first : PageTwips - first), Type = TableWidthUnitValues.Dxa }));
            cell.Append(Set(cells[i]));
            // A cell ends with a paragraph, or Word calls the file damaged.
            if (cell.LastChild is not Paragraph) cell.Append(new Paragraph());
            row.Append(cell);
        }

        return new Table(properties, new TableGrid(new GridColumn { Width = Twips(first) }, new GridColumn { Width = Twips(PageTwips - first) }), row);
    }

    private Paragraph TextBox(IReadOnlyList<Row> rows)
    {
        var shape = new V.Shape(new V.TextBox(new TextBoxContent(Set(rows)))) { Id = "side", Style = "position:absolute;margin-left:0;margin-top:0;width:150pt;height:600pt", Type = "#_x0000_t202" };
        return new Paragraph(new Run(new Picture(shape)));
    }

    private static string Twips(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}
