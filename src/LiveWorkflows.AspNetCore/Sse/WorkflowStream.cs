using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Live;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>One workflow's events: what is stored after the wanted number, then what comes, to its end.</summary>
internal sealed class WorkflowStream(SseEnvironment environment, LiveHub hub, IEventLog log, string workflowId, long afterSequence) : IResult
{
    /// <summary>Frames taken from memory or from the log at a time; what a stalled reader holds on to besides its buffers.</summary>
    private const int AtOnce = 64;

    private bool _wasSeenIdle;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var subscription = hub.Subscribe(workflowId, afterSequence);
        using var connection = new SseConnection(httpContext, environment);
        if (!await connection.StartAsync().ConfigureAwait(false)) return;
        while (!connection.IsOver)
        {
            var cursor = subscription.Cursor;
            var frames = await subscription.ReadAsync(AtOnce, httpContext.RequestAborted).ConfigureAwait(false);
            if (frames.Count > 0)
            {
                if (frames[0].Sequence != cursor + 1) await WriteResyncAsync(connection, frames[0].Sequence, httpContext).ConfigureAwait(false);
                if (await WriteAsync(connection, frames).ConfigureAwait(false)) return;
            }
            else if (subscription.IsDeleted || await IsGoneAsync(httpContext).ConfigureAwait(false))
            {
                connection.Write(ControlFrame.StreamEnd(workflowId, "deleted"));
                await connection.FlushAsync().ConfigureAwait(false);
                return;
            }
            else if (!await connection.WaitAsync(subscription.WaitAsync()).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>Writes the frames with as few flushes as there can be; true when the workflow's end was among them.</summary>
    private async ValueTask<bool> WriteAsync(SseConnection connection, IReadOnlyList<EventFrame> frames)
    {
        foreach (var frame in frames)
        {
            connection.Write(frame.Bytes.Span);
            if (frame.IsTerminal)
            {
                connection.Write(ControlFrame.StreamEnd(workflowId, ReasonOf(frame.Type)));
                await connection.FlushAsync().ConfigureAwait(false);
                return true;
            }

            if (connection.IsFull && !await connection.FlushAsync().ConfigureAwait(false)) return true;
        }

        return !await connection.FlushAsync().ConfigureAwait(false);
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
