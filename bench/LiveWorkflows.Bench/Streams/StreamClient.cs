using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveWorkflows.Bench.Streams;

/// <summary>A reader of an event stream on a bare socket: counts events, and takes their age where it is asked to.</summary>
internal sealed class StreamClient : SocketAsyncEventArgs
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly List<double> _ages = [];
    private long _events;
    private bool _endedInNewline;

    /// <summary>Events received.</summary>
    public long Events => Volatile.Read(ref _events);

    /// <summary>Whether the ages of events are taken.</summary>
    public bool TakesAges { get; set; }

    /// <summary>Completes when the server has closed the stream.</summary>
    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The ages of the events that came since the last call, in milliseconds.</summary>
    public List<double> TakeAges()
    {
        lock (_ages)
        {
            List<double> taken = [.. _ages];
            _ages.Clear();
            return taken;
        }
    }

    /// <summary>Connects, asks for the stream, and reads it unless it is to stall.</summary>
    public async Task OpenAsync(Uri stream, bool stalls = false)
    {
        if (stalls) _socket.ReceiveBufferSize = 4096;
        await _socket.ConnectAsync(IPAddress.Loopback, stream.Port);
        await _socket.SendAsync(Encoding.ASCII.GetBytes($"GET {stream.PathAndQuery} HTTP/1.1\r\nHost: {stream.Authority}\r\nAccept: text/event-stream\r\n\r\n"));
        if (stalls) return;
        SetBuffer(_buffer);
        Receive();
    }

    public void Close()
    {
        _socket.Dispose();
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        if (Take()) Receive();
    }

    private void Receive()
    {
        try
        {
            while (!_socket.ReceiveAsync(this))
            {
                if (!Take()) return;
            }
        }
        catch (ObjectDisposedException)
        {
            Closed.TrySetResult();
        }
    }

    private bool Take()
    {
        if (SocketError != SocketError.Success || BytesTransferred == 0)
        {
            Closed.TrySetResult();
            return false;
        }

        var received = _buffer.AsSpan(0, BytesTransferred);
        // Every event ends with an empty line; the line ends of chunked transfer have a carriage return in between.
        var events = (_endedInNewline && received[0] == (byte)'\n' ? 1 : 0) + received.Count("\n\n"u8);
        _endedInNewline = received[^1] == (byte)'\n' && !received.EndsWith("\n\n"u8);
        Volatile.Write(ref _events, _events + events);
        if (TakesAges) TakeAges(received);
        return true;
    }

    private void TakeAges(ReadOnlySpan<byte> received)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_ages)
        {
            for (var at = received.IndexOf("at="u8); at >= 0; at = received.IndexOf("at="u8))
            {
                received = received[(at + 3)..];
                if (Utf8Parser.TryParse(received, out long said, out var length) && length is > 5 and < 20 && length < received.Length)
                    _ages.Add((now - said) * 1000.0 / Stopwatch.Frequency);
            }
        }
    }
}
