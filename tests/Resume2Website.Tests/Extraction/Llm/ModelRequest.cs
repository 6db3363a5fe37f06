using System.Text.Json;
using System.Text.RegularExpressions;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>What a model was asked, as it came over the wire.</summary>
public sealed partial class ModelRequest(JsonElement body, string? authorization)
{
    public JsonElement Body { get; } = body;

    public string? Authorization { get; } = authorization;

    /// <summary>The kind of answer that was asked for: <c>json_schema</c>, <c>json_object</c>, or <c>text</c>.</summary>
    public string Form => Body.TryGetProperty("response_format", out var format) ? format.GetProperty("type").GetString()! : "text";

    public string System => Message("system");

    public string User => Message("user");

    /// <summary>The lines of the CV by number.</summary>
    public IReadOnlyDictionary<int, string> Lines => Line().Matches(User).ToDictionary(line => int.Parse(line.Groups["number"].Value), line => line.Groups["text"].Value);

    /// <summary>The sections that are wanted.</summary>
    public IReadOnlyList<string> Wanted => [.. Section().Matches(User[User.LastIndexOf("Wanted sections:", StringComparison.Ordinal)..]).Select(section => section.Groups["name"].Value)];

    /// <summary>A value as a model gives it: the first line that holds the text.</summary>
    public object Span(string text) => new { line = NumberOf(text), text };

    /// <summary>The number of the first line that holds the text.</summary>
    public int NumberOf(string text) => Lines.OrderBy(line => line.Key).First(line => line.Value.Contains(text, StringComparison.Ordinal)).Key;

    private string Message(string role) => Body.GetProperty("messages").EnumerateArray()
        .Where(message => message.GetProperty("role").GetString() == role)
        .Select(message => message.GetProperty("content") is { ValueKind: JsonValueKind.Array } parts ? parts[0].GetProperty("text").GetString()! : message.GetProperty("content").GetString()!)
        .Single();

    [GeneratedRegex(@"^(?<number>\d+)\| (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^- (?<name>[a-z-]+) \(", RegexOptions.Multiline)]
    private static partial Regex Section();
}
