using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Alerts;

/// <summary>Hands alerts to one who takes them in his own time; of too many the oldest are dropped, so that memory is bounded.</summary>
internal sealed partial class AlertQueue(Func<Alert, CancellationToken, ValueTask> handler, ILogger logger, TimeProvider time) : IAsyncDisposable
{
    private const int Capacity = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<Alert> _alerts = Channel.CreateBounded<Alert>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => LogDropped(logger));

    private readonly CancellationTokenSource _givenUp = new();
    private readonly Lock _gate = new();
    private Task? _running;
    private bool _isDisposed;

    public void Post(Alert alert)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _running ??= Task.Run(RunAsync);
        }

        _alerts.Writer.TryWrite(alert);
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
        }

        _alerts.Writer.TryComplete();
        if (_running is { } running)
        {
            await running.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _givenUp.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }

        _givenUp.Dispose();
    }

    private async Task RunAsync()
    {
        await foreach (var alert in _alerts.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_givenUp.IsCancellationRequested) return;
            try
            {
                await handler(alert, _givenUp.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Whoever is told of alerts is somebody else's code, or somebody else's server.
                LogFailed(logger, exception.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "An alert could not be handed over ({ExceptionType}).")]
    private static partial void LogFailed(ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "Alerts come faster than they are taken; the oldest was dropped.")]
    private static partial void LogDropped(ILogger logger);
}
