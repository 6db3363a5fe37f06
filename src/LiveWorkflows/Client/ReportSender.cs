using System.Net;
using System.Net.Http;
using LiveWorkflows.Tracking;

namespace LiveWorkflows.Client;

/// <summary>Sends what waits, in arrays: by itself, a short while after something was said, and at once when it is asked to.</summary>
internal sealed class ReportSender(WorkflowClient client, string eventsUrl, ReportQueue queue) : IAsyncDisposable
{
    public const int MostAtOnce = 500;
    private const int MostTries = 8;

    /// <summary>Characters of one request, which are bytes too, since all else is escaped; a server takes 1 MiB.</summary>
    private const int MostCharacters = 900_000;

    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly WakeSignal _urgent = new();
    private readonly CancellationTokenSource _pauses = new();
    private readonly CancellationTokenSource _requests = new();
    private Task _background = Task.CompletedTask;
    private bool _isInBackground;
    private bool _isEnding;
    private int _atOnce = MostAtOnce;
    private WorkflowClientException? _untold;
    private volatile WorkflowClientException? _refusal;
    private volatile WorkflowClientException? _over;

    /// <summary>The first refusal of what was sent.</summary>
    public WorkflowClientException? Refusal => _refusal;

    /// <summary>Something was said: it is sent soon.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (_isEnding || _over is not null) return;
            if (queue.IsUrgent) _urgent.Raise();
            if (_isInBackground) return;
            _isInBackground = true;
            _background = DetachedTask.Run(SendInBackgroundAsync);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var backoff = new Backoff(client.Time);
            while (true)
            {
                double? atLeast = null;
                try
                {
                    if (!await SendNextAsync(cancellationToken).ConfigureAwait(false)) break;
                    backoff.Reset();
                    continue;
                }
                catch (HttpRequestException) when (backoff.Failures < MostTries)
                {
                    // It may have been taken and the answer lost: the numbers tell the server.
                }
                catch (WorkflowClientException refusal) when (refusal.Error.Retryable && backoff.Failures < MostTries)
                {
                    atLeast = refusal.Error.RetryAfterMs;
                }

                await backoff.PauseAsync(atLeast, cancellationToken).ConfigureAwait(false);
            }

            if (_over is { } over) throw over;
            if (Interlocked.Exchange(ref _untold, null) is { } untold) throw untold;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends what is left, for a bounded time, and gives up the rest.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(LastPatience, client.Time);
        lock (_gate) _isEnding = true;
        await _pauses.CancelAsync().ConfigureAwait(false);
        try
        {
            await FlushAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WorkflowClientException || IsAway(exception) || patience.IsCancellationRequested)
        {
            // Told by the count of what was given up, and by the refusal: a program must not fail because nobody hears what it says.
        }

        queue.Close();
        await _requests.CancelAsync().ConfigureAwait(false);
        await _background.ConfigureAwait(false);
        _sending.Dispose();
        _pauses.Dispose();
        _requests.Dispose();
    }

    private static bool IsAway(Exception exception) => exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException;

    private async Task SendInBackgroundAsync()
    {
        try
        {
            do
            {
                await LingerAsync().ConfigureAwait(false);
                await SendAllAsync().ConfigureAwait(false);
            }
            while (!IsDone());
        }
        catch (OperationCanceledException) when (_pauses.IsCancellationRequested)
        {
            // Disposal sends what is left itself.
        }
    }

    private bool IsDone()
    {
        lock (_gate)
        {
            if (queue.IsEmpty) _isInBackground = false;
            return !_isInBackground;
        }
    }

    private async Task LingerAsync()
    {
        var urgent = _urgent.Next;
        if (queue.IsUrgent) return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_pauses.Token);
        await Task.WhenAny(Task.Delay(Linger, client.Time, over.Token), urgent).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Goes on until nothing waits, however long the server is away. Whoever flushes comes in between two tries.</summary>
    private async Task SendAllAsync()
    {
        var backoff = new Backoff(client.Time);
        while (true)
        {
            double? atLeast = null;
            await _sending.WaitAsync(_pauses.Token).ConfigureAwait(false);
            try
            {
                if (!await SendNextAsync(_requests.Token).ConfigureAwait(false)) return;
                backoff.Reset();
                continue;
            }
            catch (WorkflowClientException refusal)
            {
                if (!refusal.Error.Retryable) return;
                atLeast = refusal.Error.RetryAfterMs;
            }
            catch (Exception exception) when (IsAway(exception) && !_requests.IsCancellationRequested)
            {
                // Away: it may come back.
            }
            finally
            {
                _sending.Release();
            }

            await backoff.PauseAsync(atLeast, _pauses.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one array; false when nothing waits.</summary>
    private async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        var some = queue.Next(_atOnce, MostCharacters);
        if (some.Count == 0) return false;
        try
        {
            (await client.SendAsync(HttpMethod.Post, eventsUrl, $"[{string.Join(',', some)}]", cancellationToken).ConfigureAwait(false)).Dispose();
            queue.Remove(some.Count);
            _atOnce = MostAtOnce;
        }
        catch (WorkflowClientException refusal) when (refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
        {
            // All of an array is taken, or nothing: halves lead to the one that is refused, so that it holds up none of the others.
            _atOnce = some.Count > 1 ? some.Count / 2 : MostAtOnce;
            if (some.Count > 1) return true;
            queue.Remove(1, areLost: true);
            _refusal ??= refusal;
            _untold ??= refusal;
        }
        catch (WorkflowClientException refusal) when (!refusal.Error.Retryable)
        {
            // Closed first: whoever sees the refusal finds everything counted that will never arrive.
            queue.Close();
            (_over, _refusal) = (refusal, _refusal ?? refusal);
            throw;
        }

        return true;
    }
}
