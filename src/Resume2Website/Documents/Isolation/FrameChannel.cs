using System.Buffers.Binary;

namespace Resume2Website.Documents.Isolation;

/// <summary>
/// Writes and reads frames: four bytes of length, little-endian, one byte of kind, then the payload. Not for several threads at once in one direction.
/// </summary>
internal sealed class FrameChannel(Stream input, Stream output)
{
    /// <summary>The longest payload that is taken: what comes from the other side is not believed.</summary>
    public const int LongestPayload = 128 << 20;

    private const int HeaderLength = 5;

    /// <summary>Writes a frame and flushes it.</summary>
    public async ValueTask WriteAsync(FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        header[4] = (byte)kind;
        await output.WriteAsync(header, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(payload, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the next frame; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The other side does not keep to the protocol.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var header = new byte[HeaderLength];
        var read = await input.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read < HeaderLength) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > LongestPayload) throw new InvalidDataException("A frame is longer than any frame can be.");
        var payload = new byte[length];
        read = await input.ReadAtLeastAsync(payload, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return read < length ? null : new Frame((FrameKind)header[4], payload);
    }
}
