using System.Threading.Channels;
using LiveWorkflows.Alerts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Live;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>The events of all workflows in the order of storage, under the log's own cursor; and between them the alerts, which have none.</summary>
internal sealed class FeedStream(SseEnvironment environment, IEventLog log, AlertService alerts, LogPosition? after) : IResult
{
    /// <summary>Alerts that wait for a reader; of more the oldest are left out, since the list of alerts has them.</summary>
    private const int WaitingAlerts = 64;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        using var connection = new SseConnection(httpContext, environment);
        var alerted = Channel.CreateBounded<Alert>(new BoundedChannelOptions(WaitingAlerts) { FullMode = BoundedChannelFullMode.DropOldest });
        using var subscription = alerts.Subscribe(alert => alerted.Writer.TryWrite(alert));
        var events = log.FollowAllAsync(after, stop.Token).GetAsyncEnumerator(stop.Token);

        // Asked for before the first byte goes out: whoever has seen that byte misses nothing that comes after it.
        var next = events.MoveNextAsync().AsTask();
        var nextAlert = alerted.Reader.WaitToReadAsync(stop.Token).AsTask();
        try
        {
            if (!await connection.StartAsync().ConfigureAwait(false)) return;
            while (await connection.WaitAsync(Task.WhenAny(next, nextAlert)).ConfigureAwait(false))
            {
                if (nextAlert.IsCompletedSuccessfully)
                {
                    while (alerted.Reader.TryRead(out var alert)) connection.Write(ControlFrame.Of(alert));
                    nextAlert = alerted.Reader.WaitToReadAsync(stop.Token).AsTask();
                }

                while (next.IsCompletedSuccessfully && next.Result && connection.Room > 0)
                {
                    var stored = events.Current;
                    connection.Write(EventFrame.Of(stored.Sequence, stored.Type, stored.Data.Span, stored.Position.Token).Bytes.Span);
                    next = events.MoveNextAsync().AsTask();
                }

                if (!await connection.FlushAsync().ConfigureAwait(false)) return;
                if (next.IsFaulted || next is { IsCompletedSuccessfully: true, Result: false }) return;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)nextAlert).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync().ConfigureAwait(false);
        }
    }
}
