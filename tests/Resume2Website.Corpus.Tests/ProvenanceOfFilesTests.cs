using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Corpus.Printing;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Resumes;
using Resume2Website.Tests.Extraction;
using SourceFormat = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Corpus.Tests;

/// <summary>Real files of every format, through the reader and the engine that ships: every value says where it stands, and stands there.</summary>
public sealed class ProvenanceOfFilesTests
{
    [Fact]
    public async Task Extract_FilesOfEveryFormat_SayOfEveryValueWhereItStands()
    {
        await using var services = Services();
        var maker = new CorpusMaker(CorpusSet.Train, 7);
        for (var number = 0; number < 8 * 18; number += 5)
        {
            var (_, sheet, _) = maker.Draft(number);
            var (format, printed) = (number / 5 % 4) switch
            {
                0 => (SourceFormat.Docx, DocxPrinter.Print(sheet)),
                1 => (SourceFormat.Text, TextPrinter.Print(sheet)),
                2 => (SourceFormat.Markdown, MarkdownPrinter.Print(sheet)),
                _ => (SourceFormat.Pdf, PdfPrinter.Print(sheet)),
            };

            await ReadAsync(services, new DocumentSource(printed.Content, format), $"number {number} as {format}");
        }
    }

    [Fact]
    public async Task Extract_AScan_SaysOfEveryValueWhereItStandsAndIsNoSurerThanTheRecognition()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftoppm"), "Scans are made by pdftoppm, which is not here.");
        await using var services = Services();
        var (_, sheet, chance) = new CorpusMaker(CorpusSet.Train, 7).Draft(0);
        var scan = ScanPrinter.Print(PdfPrinter.Print(sheet), "png", chance);

        var (document, resume) = await ReadAsync(services, new DocumentSource(scan.Content, SourceFormat.Png), "a scan");

        document.IsRecognized.Should().BeTrue();
        var recognized = document.Lines.ToDictionary(line => line.Number, line => line.RecognitionConfidence!.Value);
        foreach (var (pointer, confidence) in resume.Meta!.Confidence!)
            confidence.Should().BeLessThanOrEqualTo(resume.Meta.Provenance![pointer].Lines.Min(line => recognized[line]), pointer);
    }

    private static ServiceProvider Services() => new ServiceCollection().AddLogging().AddDocumentReader().AddResumeExtraction().BuildServiceProvider();

    private static async Task<(SourceDocument Document, Resume Resume)> ReadAsync(ServiceProvider services, DocumentSource source, string what)
    {
        var document = await services.GetRequiredService<IDocumentReader>().ReadAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        var resume = (await services.GetRequiredService<IResumeExtractor>().ExtractAsync(document, cancellationToken: TestContext.Current.CancellationToken)).Resume;
        Provenance.ValuesOf(resume).Should().HaveCountGreaterThan(10, "{0} is a whole CV", what);
        Provenance.Complaints(resume, document).Should().BeEmpty("{0} is read", what);
        return (document, resume);
    }
}
