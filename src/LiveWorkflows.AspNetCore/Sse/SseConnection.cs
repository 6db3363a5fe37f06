using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>One open event stream: bytes go to the response's pipe, and the end comes when the client leaves, stalls, or the server shuts down.</summary>
/// <remarks>For one user at a time. What is written goes out whole frame by whole frame, so that a stream only ever ends between two events.</remarks>
internal sealed class SseConnection : IDisposable
{
    /// <summary>Bytes after which a flush is due even though there is more: with Kestrel's own buffer, what a stalled reader can hold on to.</summary>
    private const int FlushThreshold = 16 * 1024;

    /// <summary>How long a reader that is behind may still take what was written when the server shuts down.</summary>
    public static readonly TimeSpan LastFlush = TimeSpan.FromMilliseconds(300);

    private static readonly byte[] KeepAlive = ": keep-alive\n\n"u8.ToArray();

    private readonly HttpContext _context;
    private readonly SseEnvironment _environment;
    private readonly PipeWriter _writer;
    private readonly IConnectionLifetimeFeature? _lifetime;
    private readonly CancellationToken _aborted;
    private readonly CancellationTokenRegistration _abortion;
    private TaskCompletionSource? _interruption;
    private volatile bool _isOver;
    private volatile bool _beatIsDue;
    private int _unflushed;

    public SseConnection(HttpContext context, SseEnvironment environment)
    {
        (_context, _environment, _writer, _aborted) = (context, environment, context.Response.BodyWriter, context.RequestAborted);
        _lifetime = context.Features.Get<IConnectionLifetimeFeature>();
        environment.KeepAlive.Add(this);
        _abortion = _aborted.UnsafeRegister(static connection => ((SseConnection)connection!).End(), this);
        if (environment.Stopping.IsCancellationRequested) End();
    }

    /// <summary>Called when a comment is due or the stream is over, by any thread: whoever waits for something else looks up.</summary>
    public Action? Interrupted { get; set; }

    /// <summary>The place in the wheel of the keep-alive comments; the wheel's own.</summary>
    public int Turn { get; set; }

    public int Place { get; set; }

    /// <summary>Whether nothing more is to be written: the client has left or the server shuts down.</summary>
    public bool IsOver => _isOver;

    /// <summary>Bytes that may still be written before a flush is due; none or less when it is due now.</summary>
    public int Room => FlushThreshold - _unflushed;

    /// <summary>Sends the headers and the first bytes.</summary>
    public ValueTask<bool> StartAsync()
    {
        var response = _context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.XContentTypeOptions = "nosniff";
        _context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        // Jittered, so that after a restart not everyone is back in the same moment.
        Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(1000, 3001)}\n\n")));
        return FlushAsync();
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _writer.Write(bytes);
        _unflushed += bytes.Length;
    }

    /// <summary>Hands everything written to the client; false when the stream is over. A reader that takes nothing for too long is cut.</summary>
    public ValueTask<bool> FlushAsync()
    {
        _unflushed = 0;
        var flushing = _writer.FlushAsync(_aborted);
        if (!flushing.IsCompletedSuccessfully) return WaitForReaderAsync(flushing.AsTask());
        if (flushing.Result.IsCompleted) End();
        return ValueTask.FromResult(!IsOver);
    }

    /// <summary>Shows that the stream is alive, when that is due; false when it is over.</summary>
    public ValueTask<bool> KeepAliveAsync()
    {
        if (!_beatIsDue || IsOver) return ValueTask.FromResult(!IsOver);
        _beatIsDue = false;
        Write(KeepAlive);
        return FlushAsync();
    }

    /// <summary>Waits until <paramref name="more"/> completes, and shows meanwhile that the stream is alive; false when the stream is over.</summary>
    public async ValueTask<bool> WaitAsync(Task more)
    {
        while (true)
        {
            var interruption = Interruption();
            if (!await KeepAliveAsync().ConfigureAwait(false)) return false;
            if (more.IsCompleted) return true;
            await Task.WhenAny(more, interruption).ConfigureAwait(false);
        }
    }

    /// <summary>A comment is due.</summary>
    public void Beat()
    {
        _beatIsDue = true;
        Interrupt();
    }

    /// <summary>Nothing more is to be written.</summary>
    public void End()
    {
        _isOver = true;
        Interrupt();
    }

    /// <summary>Closes the connection at once, whatever of it is still on its way; once it is closed, this does nothing.</summary>
    public void Cut() => _lifetime?.Abort();

    public void Dispose()
    {
        _abortion.Dispose();
        _environment.KeepAlive.Remove(this);
    }

    private void Interrupt()
    {
        Interlocked.Exchange(ref _interruption, null)?.TrySetResult();
        Interrupted?.Invoke();
    }

    /// <summary>Completes at the next interruption. Ask for it first, look at what may have caused one then.</summary>
    private Task Interruption()
    {
        if (Volatile.Read(ref _interruption) is { } waiting) return waiting.Task;
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _interruption, source, null) ?? source).Task;
    }

    private async ValueTask<bool> WaitForReaderAsync(Task<FlushResult> flushing)
    {
        try
        {
            var patience = flushing.WaitAsync(_environment.Options.StalledReaderTimeout, _environment.Time);
            while (!patience.IsCompleted && !IsOver)
            {
                var interruption = Interruption();
                if (!IsOver) await Task.WhenAny(patience, interruption).ConfigureAwait(false);
            }

            var flushed = patience.IsCompleted ? await patience.ConfigureAwait(false) : await flushing.WaitAsync(LastFlush, _environment.Time).ConfigureAwait(false);
            if (!flushed.IsCompleted) return !IsOver;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException or IOException)
        {
            // Reader and server have both waited long enough.
        }

        _context.Abort();
        End();
        return false;
    }
}
