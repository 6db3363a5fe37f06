using System.Text.Json;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>The fields of a stored event, to be read by name.</summary>
internal sealed class EventFields(StoredEvent stored) : IDisposable
{
    private readonly JsonDocument _document = JsonDocument.Parse(stored.Data);

    public JsonElement Root => _document.RootElement;

    public DateTimeOffset Timestamp => Root.GetProperty("timestamp").GetDateTimeOffset();

    public string Text(string field) => Root.TryGetProperty(field, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ToString()
        : "";

    /// <summary>What the event says to people: its message, its detail or its reason.</summary>
    public string Message
    {
        get
        {
            foreach (var name in (ReadOnlySpan<string>)["message", "detail", "reason", "result"])
            {
                if (Text(name) is { Length: > 0 } text) return text;
            }

            return Root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message)
                ? message.ToString()
                : "";
        }
    }

    public void Dispose() => _document.Dispose();
}
