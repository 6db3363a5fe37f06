using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Reader.Ocr;

/// <summary>Which languages a page is read in. Their order matters: Tesseract asks the first for every word, and the others where it is unsure.</summary>
/// <param name="installed">The languages that are installed, by Tesseract's names.</param>
internal sealed class RecognitionLanguages(IReadOnlySet<string> installed)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["en"] = "eng", ["de"] = "deu", ["fr"] = "fra", ["es"] = "spa", ["pt"] = "por", ["nl"] = "nld", ["it"] = "ita", ["pl"] = "pol",
        ["sv"] = "swe", ["da"] = "dan",
    };

    /// <summary>The language of the first look at a page: English, whose letters all others have too, or whatever there is.</summary>
    public string First => installed.Contains("eng") ? "eng" : installed.Where(name => name != "osd").Order(StringComparer.Ordinal).First();

    /// <summary>The language for a text, as it was recognized so far; null when it cannot be told, or is not installed.</summary>
    public string? For(IEnumerable<OcrWord> words) =>
        LanguageDetector.Detect(Lines(words)) is { } language && Names.TryGetValue(language, out var name) && installed.Contains(name) ? name : null;

    private static IEnumerable<string> Lines(IEnumerable<OcrWord> words) =>
        words.Where(word => word.Confidence > 0.3).GroupBy(word => word.Line).Select(line => string.Join(' ', line.Select(word => word.Text)));
}
