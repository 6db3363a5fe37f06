using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Documents;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Word;

/// <summary>Walks through a Word document in its order. XML depth is limited before, so that recursion is safe.</summary>
internal sealed class WordWalk(MainDocumentPart main, LineCollector lines)
{
    private readonly WordStyles styles = new(main);
    private int block;
    private int tables;

    /// <summary>Adds the lines of headers, body and footers.</summary>
    public void Run()
    {
        foreach (var header in Referenced<HeaderReference>()) Walk(header.RootElement!, new Place(header, SourceLineRole.PageHeader, null));
        Walk(main.Document!.Body!, new Place(main, SourceLineRole.Body, null));
        foreach (var note in Notes<FootnoteReference, Footnote>(main.FootnotesPart)) Walk(note, new Place(main.FootnotesPart!, SourceLineRole.Body, null));
        foreach (var note in Notes<EndnoteReference, Endnote>(main.EndnotesPart)) Walk(note, new Place(main.EndnotesPart!, SourceLineRole.Body, null));
        foreach (var footer in Referenced<FooterReference>()) Walk(footer.RootElement!, new Place(footer, SourceLineRole.PageFooter, null));
    }

    private void Walk(OpenXmlElement parent, Place place)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph, place);
                    break;
                case Table table:
                    Add(table, place);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    Walk(element, place);
                    break;
                case AlternateContent alternative when Chosen(alternative) is { } chosen:
                    Walk(chosen, place);
                    break;
            }
        }
    }

    private void Add(Paragraph paragraph, Place place)
    {
        var reading = new WordParagraph(paragraph, styles, place.Part);
        block++;
        foreach (var line in reading.Lines(place.Role))
        {
            lines.Add(line with { Block = block, Cell = place.Cell });
        }

        foreach (var box in reading.TextBoxes) Walk(box, place with { Cell = null });
    }

    private void Add(Table table, Place place)
    {
        var number = ++tables;
        var row = 0;
        foreach (var tableRow in Unwrapped<TableRow>(table))
        {
            if (tableRow.TableRowProperties is { } properties && (properties.GetFirstChild<Hidden>() is not null || properties.GetFirstChild<Deleted>() is not null)) continue;
            row++;
            var column = 1;
            foreach (var cell in Unwrapped<TableCell>(tableRow))
            {
                Walk(cell, place with { Cell = new SourceCell(number, row, column) });
                column += cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
            }
        }
    }

    /// <summary>Rows and cells may be wrapped in content controls.</summary>
    private static IEnumerable<T> Unwrapped<T>(OpenXmlElement parent) where T : OpenXmlElement =>
        parent.ChildElements.SelectMany(element => element switch
        {
            T found => [found],
            SdtElement or SdtContentRow or SdtContentCell or CustomXmlElement => Unwrapped<T>(element),
            _ => [],
        });

    /// <summary>The same content is stored twice, for new and for old programs: it is read once.</summary>
    internal static OpenXmlElement? Chosen(AlternateContent alternative) =>
        alternative.GetFirstChild<AlternateContentChoice>() is { } choice && choice.Descendants<TextBoxContent>().Any() || alternative.GetFirstChild<AlternateContentFallback>() is null
            ? alternative.GetFirstChild<AlternateContentChoice>()
            : alternative.GetFirstChild<AlternateContentFallback>();

    /// <summary>The notes that the body refers to, in its order; what separates notes from the text is stored as notes too, and nothing refers to it.</summary>
    private IEnumerable<FootnoteEndnoteType> Notes<TReference, TNote>(OpenXmlPart? part) where TReference : FootnoteEndnoteReferenceType where TNote : FootnoteEndnoteType
    {
        if (part?.RootElement is not { } root) return [];
        var notes = root.Elements<TNote>().Where(note => note.Id?.Value is not null).GroupBy(note => note.Id!.Value).ToDictionary(group => group.Key, group => group.First());
        return main.Document!.Body!.Descendants<TReference>().Select(reference => reference.Id?.Value).OfType<long>().Distinct().Where(notes.ContainsKey).Select(id => notes[id]);
    }

    private IEnumerable<OpenXmlPart> Referenced<T>() where T : HeaderFooterReferenceType =>
        main.Document!.Body!.Descendants<T>()
            .Select(reference => reference.Id?.Value)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(id => main.TryGetPartById(id, out var part) ? part : null)
            .OfType<OpenXmlPart>()
            .Where(part => part.RootElement is not null);

    private sealed record Place(OpenXmlPart Part, SourceLineRole Role, SourceCell? Cell);
}
