using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Printing;
using Resume2Website.Corpus.Vocabulary;
using Resume2Website.Documents;
using SourceFormat = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Corpus.Tests;

/// <summary>What is printed can be read: a label without its line in the document would teach nonsense.</summary>
public sealed class ReaderTests
{
    private static readonly Dictionary<string, SourceFormat> Formats = new(StringComparer.Ordinal)
    {
        ["pdf"] = SourceFormat.Pdf, ["docx"] = SourceFormat.Docx, ["txt"] = SourceFormat.Text, ["md"] = SourceFormat.Markdown,
    };

    [Fact]
    public async Task Train_EveryLayout_IsReadBack()
    {
        await using var services = new ServiceCollection().AddLogging().AddDocumentReader().BuildServiceProvider();
        var maker = new CorpusMaker(CorpusSet.Train, 5);
        var reader = services.GetRequiredService<IDocumentReader>();
        var layouts = new HashSet<string>(StringComparer.Ordinal);
        // Languages take turns, then layouts: five steps on meet every layout, in one language or another.
        for (var number = 0; number < WordBook.Languages.Count * LayoutBook.Of(CorpusSet.Train).Count; number += 5)
        {
            var (draft, sheet, _) = maker.Draft(number);
            layouts.Add(draft.Layout);
            await ReadBackAsync(reader, draft with { Extension = "pdf", Printed = PdfPrinter.Print(sheet) });
            if (number % 2 == 0) await ReadBackAsync(reader, draft with { Extension = "docx", Printed = DocxPrinter.Print(sheet) });
        }

        layouts.Should().BeEquivalentTo(LayoutBook.Of(CorpusSet.Train).Select(layout => layout.Id));
    }

    [Fact]
    public async Task HeldOut_EveryLayout_IsReadBack()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "The held-out set is printed by Chromium, which is not here.");
        await using var services = new ServiceCollection().AddLogging().AddDocumentReader().BuildServiceProvider();
        var maker = new CorpusMaker(CorpusSet.HeldOut, 5);
        var reader = services.GetRequiredService<IDocumentReader>();
        for (var number = 0; number < 8 * 7; number += 8)
        {
            var (draft, sheet, _) = maker.Draft(number + (number / 8));
            await ReadBackAsync(reader, draft with { Extension = "pdf", Printed = ChromiumPrinter.Print(sheet) });
        }
    }

    /// <summary>The letters and digits of a text: what no line break, hyphen or spacing changes.</summary>
    internal static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static async Task ReadBackAsync(IDocumentReader reader, CorpusDocument document)
    {
        var read = await reader.ReadAsync(new DocumentSource(document.Printed.Content, Formats[document.Extension]));
        var text = Letters(string.Concat(read.Lines.Select(line => line.Text)));
        foreach (var piece in document.Printed.Pieces)
        {
            // A bracketed line may come back as words in two columns; each span stands whole.
            foreach (var span in piece.Spans.Where(span => span.Role is not null))
                text.Should().Contain(Letters(span.Text), $"{document.Id} ({document.Layout}, {document.Extension}) prints it");
        }
    }
}
