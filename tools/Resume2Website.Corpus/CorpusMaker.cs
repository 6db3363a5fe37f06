using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Printing;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus;

/// <summary>Makes the documents of a set, each from a course of chance of its own.</summary>
internal sealed class CorpusMaker(CorpusSet set, ulong seed)
{
    private readonly IReadOnlyList<WordBook> books = [.. WordBook.Languages.Select(language => WordBook.Open(language, set))];

    /// <summary>The CV of a number.</summary>
    public CorpusDocument Make(int number)
    {
        var id = $"{(set == CorpusSet.Train ? 't' : 'h')}{number:0000}";
        var chance = Chance.For(seed, id);
        var book = books[number % books.Count];
        var layouts = LayoutBook.Of(set);
        var layout = layouts[number / books.Count % layouts.Count];
        var cv = new CvMaker(book, chance).Make(id);
        var sheet = new SheetSetter(layout, book, chance).Set(cv);
        return new CorpusDocument(id, "pdf", "pdf", layout.Id, book.Language, cv.Person, PdfPrinter.Print(sheet), cv);
    }
}
