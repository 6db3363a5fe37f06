using System.Text;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Live;

/// <summary>A stored event as the bytes of a Server-Sent Event, made once and shared by every stream.</summary>
public sealed class EventFrame
{
    private EventFrame(long sequence, string type, byte[] bytes) =>
        (Sequence, Type, Bytes, IsTerminal) = (sequence, type, bytes, WorkflowEventSerializer.IsTerminal(type));

    /// <summary>The event's number in its workflow.</summary>
    public long Sequence { get; }

    /// <summary>The event's name.</summary>
    public string Type { get; }

    /// <summary>The whole frame in UTF-8: <c>id</c>, <c>event</c>, <c>data</c> and the empty line.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether the workflow ends with it.</summary>
    public bool IsTerminal { get; }

    /// <summary>Frames an event. Its id is its number, or <paramref name="id"/> where that is given.</summary>
    /// <remarks>The data is JSON on one line and the type is of our own making, so neither can forge a frame.</remarks>
    public static EventFrame Of(long sequence, string type, ReadOnlySpan<byte> data, string? id = null)
    {
        if (id is null)
        {
            var whole = new byte[FrameFormat.LengthOf(sequence, type, data.Length)];
            FrameFormat.Write(whole, sequence, type, data);
            return new EventFrame(sequence, type, whole);
        }

        var head = Encoding.UTF8.GetBytes($"id: {id}\nevent: {type}\ndata: ");
        var bytes = new byte[head.Length + data.Length + 2];
        head.CopyTo(bytes, 0);
        data.CopyTo(bytes.AsSpan(head.Length));
        bytes[^2] = bytes[^1] = (byte)'\n';
        return new EventFrame(sequence, type, bytes);
    }

    /// <summary>Frames a stored event under its number.</summary>
    public static EventFrame Of(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Of(stored.Sequence, stored.Type, stored.Data.Span);
    }
}
