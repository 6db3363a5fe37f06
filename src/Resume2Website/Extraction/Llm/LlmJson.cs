using System.Text;
using System.Text.Json;

namespace Resume2Website.Extraction.Llm;

/// <summary>Finds the JSON in an answer: bare, in a fence, or behind words.</summary>
internal static class LlmJson
{
    private const string EndOfThought = "</think>";
    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 };

    /// <summary>The first whole JSON object of an answer; null when there is none, be it because the answer was cut.</summary>
    public static JsonElement? Find(string text)
    {
        var thought = text.LastIndexOf(EndOfThought, StringComparison.Ordinal);
        var start = text.IndexOf('{', thought < 0 ? 0 : thought);
        if (start < 0) return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text[start..]), Tolerant);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
