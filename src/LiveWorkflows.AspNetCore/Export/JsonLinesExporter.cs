using System.Buffers;
using System.Text;
using LiveWorkflows.EventLog;

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
    internal static void WriteEvent(IBufferWriter<byte> output, StoredEvent stored)
    {
        output.Write(Encoding.ASCII.GetBytes($"{{\"event\":\"{stored.Type}\","));
        output.Write(stored.Data.Span[1..]);
    }
}
