using System.Text.Json;

namespace LiveWorkflows.Events;

/// <summary>What an event of a caller's own kind may be, so that it can be taken for none of the library's.</summary>
internal static class CustomEventRules
{
    private static readonly string[] CommonFields = ["workflow_id", "seq", "timestamp", "correlation_id", "client_seq"];
    private static readonly string[] ControlFrames = ["heartbeat", "resync", "stream_end", "error", "open", "message"];

    public static void Check(string kind, JsonElement fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        if (kind.Length > 64 || kind.Any(character => !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '_'))
            throw new ArgumentException("An event's kind is at most 64 lower-case letters, digits and underscores.", nameof(kind));
        if (ControlFrames.Contains(kind) || kind.StartsWith("alert", StringComparison.Ordinal) || WorkflowEventSerializer.IsKnown(kind))
            throw new ArgumentException($"'{kind}' is an event of the library itself; choose another kind.", nameof(kind));
        if (fields.ValueKind != JsonValueKind.Object) throw new ArgumentException("An event's fields are a JSON object.", nameof(fields));
        foreach (var field in fields.EnumerateObject())
        {
            if (CommonFields.Contains(field.Name)) throw new ArgumentException($"Every event has a field '{field.Name}' already.", nameof(fields));
        }
    }
}
