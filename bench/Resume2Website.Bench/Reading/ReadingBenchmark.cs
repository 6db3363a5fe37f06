using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Bench.Documents;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Bench.Reading;

/// <summary>How long it takes to read a CV and to extract its résumé, when everything has run before; and the first time, in a fresh process.</summary>
internal static class ReadingBenchmark
{
    private const double TextLimit = 300;
    private const double ScanLimit = 3000;

    public static async Task<int> RunAsync(bool isSmoke)
    {
        var cvs = await InventedCvs.MakeAsync(isSmoke ? 4 : 60);
        var scan = ScannedPage.Make();
        var report = new Report($"Reading and extracting {cvs.Count} invented CVs and a scanned page, one after another, readers in processes of their own", "milliseconds a document", "median", "p95", "share %");
        await using var services = new ServiceCollection().AddLogging().AddDocumentReader().AddResumeExtraction().BuildServiceProvider();
        var (reader, extractor) = (services.GetRequiredService<IDocumentReader>(), services.GetRequiredService<IResumeExtractor>());
        var formats = new StageClock();
        formats.Add("first document of the process", await ExtractAsync(reader, extractor, cvs[0]));
        for (var round = isSmoke ? 1 : 0; round < 2; round++)
        {
            foreach (var cv in cvs) await ExtractAsync(reader, extractor, cv);
        }

        for (var round = 0; round < (isSmoke ? 1 : 5); round++)
        {
            foreach (var cv in cvs) formats.Add(cv.Format.ToString(), await ExtractAsync(reader, extractor, cv));
        }

        for (var round = 0; round < (isSmoke ? 1 : 5); round++) formats.Add("scanned page", await ExtractAsync(reader, extractor, scan));
        foreach (var (name, samples) in formats.Samples) Add(report, name, samples);
        await AddStagesAsync(report, reader, cvs, isSmoke);
        foreach (var format in new[] { DocumentFormat.Pdf, DocumentFormat.Docx, DocumentFormat.Text })
        {
            if (formats.Samples.TryGetValue(format.ToString(), out var samples)) report.AtMost($"{format}, read and extracted, p95", Statistics.Percentile([.. samples], 0.95), TextLimit, "ms");
        }

        report.AtMost("a scanned A4 page, median", Statistics.Median(formats.Samples["scanned page"]), ScanLimit, "ms");
        return report.Print(isSmoke);
    }

    private static async Task<TimeSpan> ExtractAsync(IDocumentReader reader, IResumeExtractor extractor, InventedCv cv)
    {
        var begun = Stopwatch.GetTimestamp();
        await extractor.ExtractAsync(await reader.ReadAsync(new DocumentSource(cv.Content, cv.Format)));
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>What the shipped engine does, stage by stage, over the same documents.</summary>
    private static async Task AddStagesAsync(Report report, IDocumentReader reader, IReadOnlyList<InventedCv> cvs, bool isSmoke)
    {
        var labeller = new LineLabeller(LineModelFile.Shipped());
        var clock = new StageClock();
        for (var round = 0; round < (isSmoke ? 1 : 3); round++)
        {
            foreach (var cv in cvs) await TimeStagesAsync(clock, reader, labeller, cv);
        }

        var all = clock.Samples.Values.Sum(samples => samples.Sum());
        foreach (var (stage, samples) in clock.Samples) Add(report, $"  {stage}", samples, Report.Number(100 * samples.Sum() / all));
    }

    private static async Task TimeStagesAsync(StageClock clock, IDocumentReader reader, LineLabeller labeller, InventedCv cv)
    {
        var begun = Stopwatch.GetTimestamp();
        var document = await reader.ReadAsync(new DocumentSource(cv.Content, cv.Format));
        clock.Add("reading, in the reader", Stopwatch.GetElapsedTime(begun));
        var layout = clock.Time("layout", () => LayoutAnalysis.Analyze(document));
        var order = clock.Time("sections by rules", () => SectionFinder.Order(layout));
        var labels = clock.Time("labels by the model", () => labeller.Label(order, layout.BodySize));
        clock.Time("values, assembly, gate", () => SectionedExtraction.Extract(layout, LearnedSections.Of(labels), "learned-1", null, CancellationToken.None));
    }

    private static void Add(Report report, string name, List<double> samples, string share = "") =>
        report.Row(name, Report.Number(Statistics.Median(samples)), Report.Number(Statistics.Percentile([.. samples], 0.95)), share);
}
