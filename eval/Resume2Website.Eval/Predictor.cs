using System.Diagnostics;
using Resume2Website.Documents;
using Resume2Website.Extraction;

namespace Resume2Website.Eval;

/// <summary>Reads a file and extracts its résumé, as the product does.</summary>
internal sealed class Predictor(IDocumentReader reader, IResumeExtractor extractor)
{
    private static readonly Dictionary<string, DocumentFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = DocumentFormat.Pdf, [".docx"] = DocumentFormat.Docx, [".txt"] = DocumentFormat.Text, [".md"] = DocumentFormat.Markdown,
        [".png"] = DocumentFormat.Png, [".jpg"] = DocumentFormat.Jpeg, [".jpeg"] = DocumentFormat.Jpeg,
    };

    /// <summary>The lines of a file.</summary>
    public async Task<SourceDocument> ReadAsync(string file) =>
        await reader.ReadAsync(new DocumentSource(await File.ReadAllBytesAsync(file), Formats.GetValueOrDefault(Path.GetExtension(file))));

    /// <summary>What became of a document.</summary>
    public async Task<Prediction> PredictAsync(CorpusDocument document)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var extracted = await extractor.ExtractAsync(await ReadAsync(document.File));
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            return extracted.IsResume ? new Prediction(document.Id, extracted.Resume, null, seconds) : new Prediction(document.Id, null, "not_a_cv", seconds);
        }
        catch (DocumentException exception)
        {
            return new Prediction(document.Id, null, exception.Code, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
    }
}
