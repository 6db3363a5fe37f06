using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Printing;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus;

/// <summary>Makes the documents of a set, each from a course of chance of its own.</summary>
internal sealed class CorpusMaker(CorpusSet set, ulong seed)
{
    // A scan is a PDF first.
    private static readonly string[] TrainFormats = [.. Enumerable.Repeat("pdf", 14), "docx", "docx", "docx", "txt", "txt", "md"];
    private static readonly string[] HeldOutFormats = [.. Enumerable.Repeat("pdf", 12), "docx", "docx", "docx", "docx", "txt", "txt", "md", "pdf-scan", "pdf-scan", "png", "jpg", "jpg"];

    private readonly IReadOnlyList<WordBook> books = [.. WordBook.Languages.Select(language => WordBook.Open(language, set))];

    /// <summary>The CV of a number.</summary>
    /// <exception cref="InvalidOperationException">The browser or pdftoppm, which the held-out set needs, is missing or fails.</exception>
    public CorpusDocument Make(int number)
    {
        var draft = Draft(number);
        return Print(draft.Sheet, draft.Document.Format, draft.Chance, draft.Document);
    }

    /// <summary>The CV of a number, set but not printed.</summary>
    /// <param name="number">The number.</param>
    /// <param name="layout">The layout; null for the one whose turn it is.</param>
    public (CorpusDocument Document, Sheet Sheet, Chance Chance) Draft(int number, Layout? layout = null)
    {
        var id = $"{(set == CorpusSet.Train ? 't' : 'h')}{number:0000}";
        var chance = Chance.For(seed, id);
        var book = books[number % books.Count];
        var layouts = LayoutBook.Of(set);
        layout = Varied(layout ?? layouts[number / books.Count % layouts.Count], chance);
        var format = chance.Pick(set == CorpusSet.Train ? TrainFormats : HeldOutFormats);
        // What came later has a course of chance of its own, so that everything else stays as it was.
        var later = Chance.For(seed, id + "+");
        var cv = new Additions(book, later).Make(new CvMaker(book, chance).Make(id));
        if (layout.Form != Form.Own)
        {
            format = "pdf";
            cv = FilledForm.Of(layout.Form, cv, book, later);
        }

        return (new CorpusDocument(id, "", format, layout.Id, book.Language, cv.Person, Empty, cv), new SheetSetter(layout, book, chance, later).Set(cv), chance);
    }

    /// <summary>The documents of the set that are no CVs.</summary>
    public IEnumerable<CorpusDocument> Negatives()
    {
        if (set == CorpusSet.Train) return [];
        return NegativeBook.Sheets().Select(negative => Print(negative.Sheet, negative.Format, Chance.For(seed, negative.Id), new CorpusDocument(negative.Id, "", negative.Format, "negative-" + negative.Kind, negative.Language, "", Empty, null)));
    }

    private static Printed Empty { get; } = new([], [], 0);

    private CorpusDocument Print(Sheet sheet, string format, Chance chance, CorpusDocument document)
    {
        Printed Pdf() => set == CorpusSet.Train ? PdfPrinter.Print(sheet) : ChromiumPrinter.Print(sheet);
        if (format is not ("png" or "jpg" or "pdf-scan"))
        {
            var printed = format switch { "docx" => DocxPrinter.Print(sheet), "txt" => TextPrinter.Print(sheet), "md" => MarkdownPrinter.Print(sheet), _ => Pdf() };
            return document with { Extension = format, Printed = printed };
        }

        var clean = Pdf();
        // An image holds one page, and the truth is of all.
        var used = clean.Pages > 1 ? "pdf-scan" : format;
        var extension = used == "pdf-scan" ? "pdf" : used;
        return document with { Extension = extension, Format = used, Printed = ScanPrinter.Print(clean, extension, chance) };
    }

    // No two people set a layout quite alike: sizes, colours, fonts and bullets differ.
    private Layout Varied(Layout layout, Chance chance)
    {
        string[] families = set == CorpusSet.Train ? ["LiberationSans", "LiberationSerif", "DejaVuSansCondensed"] : ["LiberationSans", "LiberationSerif", "DejaVuSerifCondensed"];
        uint[] accents = [0x1F4E79, 0x2E7D32, 0x7B1FA2, 0xB71C1C, 0x006064, 0x455A64, 0x000000];
        if (layout.Form != Form.Own) return layout;
        return layout with
        {
            Size = layout.Size + ((chance.Below(5) - 2) * 0.25f),
            Font = chance.Percent(30) ? chance.Pick(families) : layout.Font,
            Accent = chance.Percent(40) ? chance.Pick(accents) : layout.Accent,
            Bullet = layout.Bullet is not null && chance.Percent(35) ? chance.Pick(["•", "-", "–", "▪", "◦"]) : layout.Bullet,
            HasShortNotes = chance.Percent(20) ? !layout.HasShortNotes : layout.HasShortNotes,
            Footer = chance.Percent(15) ? chance.Pick([FooterShape.None, FooterShape.Page, FooterShape.NamePage]) : layout.Footer,
            HasTitle = layout.HasTitle || chance.Percent(7),
        };
    }
}
