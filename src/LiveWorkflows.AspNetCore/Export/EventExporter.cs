using System.Buffers;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>One form of export; used for one export.</summary>
internal abstract class EventExporter
{
    public abstract string ContentType { get; }

    public abstract string Extension { get; }

    public virtual void Begin(IBufferWriter<byte> output) { }

    public abstract void Write(IBufferWriter<byte> output, StoredEvent stored);

    public virtual void End(IBufferWriter<byte> output) { }
}
