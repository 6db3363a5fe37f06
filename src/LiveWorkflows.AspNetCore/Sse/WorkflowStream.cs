using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Live;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>One workflow's events: what is stored after the wanted number, then what comes, to its end.</summary>
internal sealed class WorkflowStream(SseEnvironment environment, LiveHub hub, IEventLog log, string workflowId, long afterSequence) : IResult
{
    private bool _wasSeenIdle;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var subscription = hub.Subscribe(workflowId, afterSequence);
        using var connection = new SseConnection(httpContext, environment);
        connection.Interrupted = subscription.Wake;
        if (!await connection.StartAsync().ConfigureAwait(false)) return;
        while (await connection.KeepAliveAsync().ConfigureAwait(false))
        {
            var cursor = subscription.Cursor;
            var frames = await subscription.ReadAsync(connection.Room, httpContext.RequestAborted).ConfigureAwait(false);
            if (!frames.IsEmpty)
            {
                if (frames.FirstSequence != cursor + 1) await WriteResyncAsync(connection, frames.FirstSequence, httpContext).ConfigureAwait(false);
                connection.Write(frames.Bytes.Span);
                if (frames.TerminalType is { } terminal)
                {
                    connection.Write(ControlFrame.StreamEnd(workflowId, ReasonOf(terminal)));
                    await connection.FlushAsync().ConfigureAwait(false);
                    return;
                }

                // A reader that is away for a while holds on to nothing but its place.
                frames = default;
                if (connection.Room > 0 && subscription.HasMore) continue;
                var flushing = connection.FlushAsync();
                if (!flushing.IsCompleted) subscription.LetGo();
                if (!await flushing.ConfigureAwait(false)) return;
            }
            else if (subscription.IsDeleted || await IsGoneAsync(httpContext).ConfigureAwait(false))
            {
                connection.Write(ControlFrame.StreamEnd(workflowId, "deleted"));
                await connection.FlushAsync().ConfigureAwait(false);
                return;
            }
            else
            {
                await subscription.WaitAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask WriteResyncAsync(SseConnection connection, long oldest, HttpContext context)
    {
        var latest = await log.GetHeadAsync(workflowId, context.RequestAborted).ConfigureAwait(false);
        connection.Write(ControlFrame.Resync(workflowId, oldest, latest?.LastSequence ?? oldest, $"{context.Request.PathBase}/api/v1/workflows/{workflowId}"));
    }

    /// <summary>A deletion between the endpoint's look at the log and the subscription gave no signal.</summary>
    private async ValueTask<bool> IsGoneAsync(HttpContext context)
    {
        if (_wasSeenIdle) return false;
        _wasSeenIdle = true;
        return await log.GetHeadAsync(workflowId, context.RequestAborted).ConfigureAwait(false) is null;
    }

    private static string ReasonOf(string terminalType) => terminalType switch
    {
        WorkflowCompleted.Name => "completed",
        WorkflowFailed.Name => "failed",
        _ => "cancelled",
    };
}
