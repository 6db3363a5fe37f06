using System.Buffers;
using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Import;

/// <summary>A line of an export as the event that the log holds: the same fields without the event's name, on one line, in ASCII.</summary>
internal static class ImportedLine
{
    private const string EventField = "event";

    public static StoredEvent Read(ReadOnlyMemory<byte> line, int number, out DateTimeOffset timestamp)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var stored = new StoredEvent(
                root.GetProperty("workflow_id").GetString()!, root.GetProperty("seq").GetInt64(), NameOf(root), OwnFields(root, WorkflowEventSerializer.IsKnown(NameOf(root))), default);
            AppendRules.Validate([new EventBatch { WorkflowId = stored.WorkflowId, Epoch = 0, Events = [new NewEvent(stored.Sequence, stored.Type, stored.Data)] }]);
            // Whoever reads it from the log must be able to.
            timestamp = WorkflowEventSerializer.Deserialize(stored).Timestamp;
            return stored;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new WorkflowImportException("malformed_line", number, "This is not an event as an export writes it.");
        }
    }

    /// <summary>The first field: exports of earlier versions have a program's own field of the same name behind it.</summary>
    private static string NameOf(JsonElement root)
    {
        using var fields = root.EnumerateObject();
        return fields.MoveNext() && fields.Current.Name == EventField ? fields.Current.Value.GetString()! : throw new JsonException();
    }

    /// <summary>What an export calls <c>event_</c> in an event of a program's own kind is <c>event</c> there, and so on.</summary>
    private static string OwnName(string field) =>
        field.Length > EventField.Length && field.StartsWith(EventField, StringComparison.Ordinal) && field.AsSpan(EventField.Length).IndexOfAnyExcept('_') < 0 ? field[..^1] : field;

    private static byte[] OwnFields(JsonElement root, bool isKnown)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in root.EnumerateObject().Skip(1))
            {
                writer.WritePropertyName(isKnown ? field.Name : OwnName(field.Name));
                field.Value.WriteTo(writer);
            }


            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
