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

    /// <summary>What became of a file.</summary>
    public async Task<Prediction> PredictAsync(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        if (!Formats.TryGetValue(Path.GetExtension(file), out var format)) return new Prediction(id, null, "unknown format");
        try
        {
            var document = await reader.ReadAsync(new DocumentSource(await File.ReadAllBytesAsync(file), format));
            var extracted = await extractor.ExtractAsync(document);
            return extracted.IsResume ? new Prediction(id, extracted.Resume, null) : new Prediction(id, null, "not_a_cv");
        }
        catch (DocumentException exception)
        {
            return new Prediction(id, null, exception.Code);
        }
    }
}
