using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
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
    private static readonly TimeSpan LastFlush = TimeSpan.FromMilliseconds(300);

    private static readonly byte[] KeepAlive = ": keep-alive\n\n"u8.ToArray();

    private readonly HttpContext _context;
    private readonly SseEnvironment _environment;
    private readonly PipeWriter _writer;
    private readonly PeriodicTimer _beats;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _stopping;
    private readonly CancellationTokenRegistration _aborted;
    private Task<bool> _nextBeat;
    private int _unflushed;

    public SseConnection(HttpContext context, SseEnvironment environment)
    {
        (_context, _environment, _writer) = (context, environment, context.Response.BodyWriter);
        _beats = new PeriodicTimer(environment.Options.KeepAliveInterval, environment.Time);
        _nextBeat = _beats.WaitForNextTickAsync().AsTask();
        _stopping = environment.Stopping.UnsafeRegister(static over => ((TaskCompletionSource)over!).TrySetResult(), _over);
        _aborted = context.RequestAborted.UnsafeRegister(static over => ((TaskCompletionSource)over!).TrySetResult(), _over);
    }

    /// <summary>Whether nothing more is to be written: the client has left or the server shuts down.</summary>
    public bool IsOver => _over.Task.IsCompleted;

    /// <summary>Whether enough was written for a flush, though there may be more.</summary>
    public bool IsFull => _unflushed >= FlushThreshold;

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
    public async ValueTask<bool> FlushAsync()
    {
        _unflushed = 0;
        var flushing = _writer.FlushAsync(_context.RequestAborted);
        if (flushing.IsCompletedSuccessfully)
        {
            if (flushing.Result.IsCompleted) _over.TrySetResult();
        }
        else if (!await WaitForReaderAsync(flushing.AsTask()).ConfigureAwait(false))
        {
            _context.Abort();
            _over.TrySetResult();
        }

        return !IsOver;
    }

    /// <summary>Waits until <paramref name="more"/> completes, and shows meanwhile that the stream is alive; false when the stream is over.</summary>
    public async ValueTask<bool> WaitAsync(Task more)
    {
        while (!IsOver)
        {
            if (_nextBeat.IsCompleted)
            {
                _nextBeat = _beats.WaitForNextTickAsync().AsTask();
                Write(KeepAlive);
                if (!await FlushAsync().ConfigureAwait(false)) return false;
            }

            if (more.IsCompleted) return true;
            await Task.WhenAny(more, _nextBeat, _over.Task).ConfigureAwait(false);
        }

        return false;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _aborted.Dispose();
        _beats.Dispose();
    }

    private async Task<bool> WaitForReaderAsync(Task<FlushResult> flushing)
    {
        try
        {
            await Task.WhenAny(flushing, _over.Task).WaitAsync(_environment.Options.StalledReaderTimeout, _environment.Time).ConfigureAwait(false);
            return !(await flushing.WaitAsync(LastFlush, _environment.Time).ConfigureAwait(false)).IsCompleted;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
