using System.Buffers;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>One array of all events.</summary>
internal sealed class JsonExporter : EventExporter
{
    private bool _hasWritten;

    public override string ContentType => "application/json";

    public override string Extension => "json";

    public override void Begin(IBufferWriter<byte> output) => output.Write("["u8);

    public override void Write(IBufferWriter<byte> output, StoredEvent stored)
    {
        output.Write(_hasWritten ? ",\n"u8 : "\n"u8);
        _hasWritten = true;
        JsonLinesExporter.WriteEvent(output, stored);
    }

    public override void End(IBufferWriter<byte> output) => output.Write("\n]\n"u8);
}
