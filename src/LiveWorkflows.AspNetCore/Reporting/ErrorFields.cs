using System.Buffers;
using System.Text.Json;
using LiveWorkflows.Errors;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>Errors as a program outside words them.</summary>
internal static class ErrorFields
{
    public static WorkflowError Read(JsonElement element, string fallbackCode)
    {
        var fields = new ReportedEvent("", 0, element);
        var message = fields.Text("message") ?? fields.Text("detail") ?? fields.Text("reason") ?? "The program that reports this workflow gave no reason.";
        return new WorkflowError
        {
            Code = fields.Text("code") ?? fallbackCode,
            Title = fields.Text("title") ?? "An error was reported",
            Message = message,
            Category = Enum.TryParse<ErrorCategory>(fields.Text("category")?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var category) && Enum.IsDefined(category)
                ? category
                : ErrorCategory.Internal,
            Retryable = fields.Flag("retryable"),
            RetryAfterMs = fields.Number("retry_after_ms") is >= 0 and var wait ? wait : null,
            RecoverySuggestions = [.. Suggestions(element)],
        };
    }

    /// <summary>The object without some of its fields.</summary>
    public static JsonElement Without(JsonElement element, params ReadOnlySpan<string> names)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in element.EnumerateObject())
            {
                if (!names.Contains(field.Name)) field.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static IEnumerable<RecoverySuggestion> Suggestions(JsonElement element)
    {
        if (!element.TryGetProperty("recovery_suggestions", out var suggestions) || suggestions.ValueKind != JsonValueKind.Array) yield break;
        foreach (var suggestion in suggestions.EnumerateArray().Where(suggestion => suggestion.ValueKind == JsonValueKind.Object).Take(10))
        {
            var fields = new ReportedEvent("", 0, suggestion);
            if (fields.Text("text") is { } text) yield return new RecoverySuggestion(fields.Text("action") ?? "advice", text, fields.Flag("automatic"));
        }
    }
}
