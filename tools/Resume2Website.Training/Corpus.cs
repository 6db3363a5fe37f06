using System.Text.Json;
using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Training;

/// <summary>Reads a generated corpus as documents to train on, the way the product reads them.</summary>
internal sealed class Corpus(IDocumentReader reader, string directory)
{
    private const int Seed = 7;
    private const double ScannedShare = 0.3;

    private static readonly Dictionary<string, DocumentFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = DocumentFormat.Pdf, [".docx"] = DocumentFormat.Docx, [".txt"] = DocumentFormat.Text, [".md"] = DocumentFormat.Markdown,
    };

    /// <summary>Lines of which it is not known what they are, and all lines.</summary>
    public (int Unknown, int All) Lines { get; private set; }

    /// <summary>The documents in the order of the manifest; some a second time, as if they had been scanned.</summary>
    public async Task<IReadOnlyList<TrainingDocument>> ReadAsync()
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(directory, "manifest.json")));
        var documents = new List<TrainingDocument>();
        var random = new Random(Seed);
        foreach (var item in manifest.RootElement.EnumerateArray())
        {
            var file = item.GetProperty("file").GetString()!;
            if (item.GetProperty("kind").GetString() != "cv" || !Formats.TryGetValue(Path.GetExtension(file), out var format)) continue;
            var document = await reader.ReadAsync(new DocumentSource(await File.ReadAllBytesAsync(Path.Combine(directory, file)), format));
            var printed = PrintedPiece.Read(Path.Combine(directory, "labels", item.GetProperty("id").GetString() + ".jsonl"));
            var pieces = PieceAlignment.Of(document, printed);
            var layout = item.GetProperty("layout").GetString()!;
            documents.Add(Labelled(document, layout, pieces));
            if (format == DocumentFormat.Pdf && random.NextDouble() < ScannedShare) documents.Add(Labelled(Scan.Of(document, random), layout, pieces));
            if (documents.Count % 200 == 0) await Console.Error.WriteLineAsync($"read {documents.Count} documents");
        }

        return documents;
    }

    private TrainingDocument Labelled(SourceDocument document, string name, IReadOnlyDictionary<int, IReadOnlyList<PrintedPiece>> pieces)
    {
        var layout = LayoutAnalysis.Analyze(document);
        var lines = SectionFinder.Order(layout);
        var gold = GoldLabels.Of(lines, pieces);
        Lines = (Lines.Unknown + gold.Count(label => label < 0), Lines.All + gold.Length);
        return new TrainingDocument(name, LineFeatures.Of(lines, layout.BodySize), LineLabeller.Steps(lines), LineExpectations.Of(lines), gold);
    }
}
