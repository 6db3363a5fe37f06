using System.Buffers;
using System.Text;
using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>An object a line: the event's name, then the event as it is stored.</summary>
internal sealed class JsonLinesExporter : EventExporter
{
    public override string ContentType => "application/x-ndjson";

    public override string Extension => "jsonl";

    public override void Write(IBufferWriter<byte> output, StoredEvent stored)
    {
        WriteEvent(output, stored);
        output.Write("\n"u8);
    }

    /// <summary>The stored object with its name as first field; a name is letters, digits and signs that need no escape.</summary>
    /// <remarks>A program's own field <c>event</c> is written <c>event_</c>, and <c>event_</c> one more underscore, so that no field comes twice and an import finds each again.</remarks>
    internal static void WriteEvent(IBufferWriter<byte> output, StoredEvent stored)
    {
        output.Write(Encoding.ASCII.GetBytes($"{{\"event\":\"{stored.Type}\","));
        var hasOwn = !WorkflowEventSerializer.IsKnown(stored.Type) && stored.Data.Span.IndexOf("\"event"u8) >= 0;
        output.Write(hasOwn ? Renamed(stored.Data).AsSpan(1) : stored.Data.Span[1..]);
    }

    private static bool IsOwn(string field) => field.StartsWith("event", StringComparison.Ordinal) && field.AsSpan(5).IndexOfAnyExcept('_') < 0;

    private static byte[] Renamed(ReadOnlyMemory<byte> data)
    {
        using var document = JsonDocument.Parse(data);
        var buffer = new ArrayBufferWriter<byte>(data.Length + 8);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in document.RootElement.EnumerateObject())
            {
                writer.WritePropertyName(IsOwn(field.Name) ? field.Name + "_" : field.Name);
                field.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
