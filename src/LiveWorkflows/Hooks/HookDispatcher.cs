using System.Threading.Channels;
using LiveWorkflows.Events;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Hooks;

/// <summary>Hands stored events to handlers, in order, apart from the workflow and from the pump.</summary>
internal sealed partial class HookDispatcher(ILogger logger, TimeProvider time)
{
    /// <summary>Events that may wait for slow handlers; what comes beyond is not handed over, and counted.</summary>
    private const int Capacity = 16_384;

    private readonly Channel<WorkflowEvent> _events = Channel.CreateBounded<WorkflowEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly Lock _gate = new();
    private Func<WorkflowEvent, ValueTask>[] _handlers = [];
    private Task? _running;
    private long _missed;

    public IDisposable Add(Func<WorkflowEvent, ValueTask> handler)
    {
        lock (_gate)
        {
            _handlers = [.. _handlers, handler];
            _running ??= DetachedTask.Run(RunAsync);
        }

        return new Registration(this, handler);
    }

    public void Post(WorkflowEvent workflowEvent)
    {
        if (_handlers.Length > 0 && !_events.Writer.TryWrite(workflowEvent)) Interlocked.Increment(ref _missed);
    }

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

    private async Task RunAsync()
    {
        await foreach (var workflowEvent in _events.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (var handler in Volatile.Read(ref _handlers))
            {
                try
                {
                    await handler(workflowEvent).ConfigureAwait(false);
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

    private sealed class Registration(HookDispatcher dispatcher, Func<WorkflowEvent, ValueTask> handler) : IDisposable
    {
        public void Dispose()
        {
            lock (dispatcher._gate)
            {
                var at = Array.IndexOf(dispatcher._handlers, handler);
                if (at >= 0) dispatcher._handlers = [.. dispatcher._handlers[..at], .. dispatcher._handlers[(at + 1)..]];
            }
        }
    }
}
