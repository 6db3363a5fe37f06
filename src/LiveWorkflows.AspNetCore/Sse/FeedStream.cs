using LiveWorkflows.EventLog;
using LiveWorkflows.Live;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>The events of all workflows in the order of storage, under the log's own cursor.</summary>
internal sealed class FeedStream(SseEnvironment environment, IEventLog log, LogPosition? after) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        using var connection = new SseConnection(httpContext, environment);
        var events = log.FollowAllAsync(after, stop.Token).GetAsyncEnumerator(stop.Token);

        // Asked for before the first byte goes out: whoever has seen that byte misses nothing that comes after it.
        var next = events.MoveNextAsync().AsTask();
        try
        {
            if (!await connection.StartAsync().ConfigureAwait(false)) return;
            while (await connection.WaitAsync(next).ConfigureAwait(false))
            {
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
            await events.DisposeAsync().ConfigureAwait(false);
        }
    }
}
