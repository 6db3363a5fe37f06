using System.Threading.Channels;
using LiveWorkflows.Events;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Hooks;

/// <summary>Hands stored events to handlers, in order, apart from the workflow and from the pump.</summary>
internal sealed partial class HookDispatcher(ILogger logger, TimeProvider time)
{
    /// <summary>Events that may wait for slow handlers; beyond, only the beginnings and ends of workflows are handed over, and the others are counted.</summary>
    private const int Capacity = 16_384;

    /// <summary>Events that may wait at all: a handler that hangs must not cost more memory with every workflow, so beyond this ends are counted too.</summary>
    internal const int MostWaiting = 4 * Capacity;

    /// <summary>From here on events that may be thinned are left out.</summary>
    private const int ThinnedFrom = Capacity / 2;

    private readonly Channel<WorkflowEvent> _events = Channel.CreateUnbounded<WorkflowEvent>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Lock _gate = new();
    private Handler[] _handlers = [];
    private Task? _running;
    private int _waiting;
    private long _missed;

    /// <summary>How many events found no room.</summary>
    internal long Missed => Interlocked.Read(ref _missed);

    /// <summary>Adds a handler for the events it wants.</summary>
    public IDisposable Add(Func<WorkflowEvent, bool> wants, Func<WorkflowEvent, ValueTask> take)
    {
        var handler = new Handler(wants, take);
        lock (_gate)
        {
            _handlers = [.. _handlers, handler];
            _running ??= DetachedTask.Run(RunAsync);
        }

        return new Registration(this, handler);
    }

    public void Post(WorkflowEvent workflowEvent)
    {
        if (!IsWanted(workflowEvent)) return;
        if (Volatile.Read(ref _waiting) < RoomFor(workflowEvent) && _events.Writer.TryWrite(workflowEvent)) Interlocked.Increment(ref _waiting);
        else Interlocked.Increment(ref _missed);
    }

    private static int RoomFor(WorkflowEvent workflowEvent) => workflowEvent switch
    {
        Progressed or MetricsReported or Logged => ThinnedFrom,
        WorkflowQueued or WorkflowStarted => MostWaiting,
        _ => workflowEvent.IsTerminal ? MostWaiting : Capacity,
    };

    /// <summary>Waits until everything posted was handled, for at most <paramref name="atMost"/>.</summary>
    public async Task CompleteAsync(TimeSpan atMost)
    {
        _events.Writer.TryComplete();
        Task? running;
        lock (_gate) running = _running;
        if (running is null) return;
        try
        {
            await running.WaitAsync(atMost, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            LogUnfinished(logger, atMost.TotalSeconds);
        }

        if (Interlocked.Read(ref _missed) is > 0 and var missed) LogMissed(logger, missed);
    }

    private bool IsWanted(WorkflowEvent workflowEvent)
    {
        foreach (var handler in Volatile.Read(ref _handlers))
        {
            if (handler.Wants(workflowEvent)) return true;
        }

        return false;
    }

    private async Task RunAsync()
    {
        await foreach (var workflowEvent in _events.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Interlocked.Decrement(ref _waiting);
            foreach (var handler in Volatile.Read(ref _handlers))
            {
                if (!handler.Wants(workflowEvent)) continue;
                try
                {
                    await handler.Take(workflowEvent).ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    // A hook is somebody else's code: it must never break the workflow it watches, nor the next hook.
                    LogThrew(logger, workflowEvent.EventType, exception.GetType().Name);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A hook for {EventType} threw {ExceptionType}; the workflow goes on.")]
    private static partial void LogThrew(ILogger logger, string eventType, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "Hooks were not finished after {Seconds} s and are no longer waited for.")]
    private static partial void LogUnfinished(ILogger logger, double seconds);

    [LoggerMessage(LogLevel.Warning, "Hooks were too slow for {Missed} events, which were not handed to them.")]
    private static partial void LogMissed(ILogger logger, long missed);

    private sealed record Handler(Func<WorkflowEvent, bool> Wants, Func<WorkflowEvent, ValueTask> Take);

    private sealed class Registration(HookDispatcher dispatcher, Handler handler) : IDisposable
    {
        public void Dispose()
        {
            lock (dispatcher._gate)
            {
                var at = Array.FindIndex(dispatcher._handlers, one => ReferenceEquals(one, handler));
                if (at >= 0) dispatcher._handlers = [.. dispatcher._handlers[..at], .. dispatcher._handlers[(at + 1)..]];
            }
        }
    }
}
