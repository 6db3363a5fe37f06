using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using LiveWorkflows.Events;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Telemetry;

/// <summary>Makes spans and measurements of stored events, apart from the pump; while nobody listens, a batch costs four readings of a field.</summary>
internal sealed partial class TelemetrySink : IEventSink
{
    /// <summary>Events that may wait for slow listeners; what comes beyond is left out, and counted.</summary>
    private const int Capacity = 16_384;

    private readonly Channel<Item> _items = Channel.CreateBounded<Item>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Lock _gate = new();
    private readonly WorkflowTelemetryOptions _options;
    private readonly IMeterFactory? _meters;
    private readonly ILogger _logger;
    private readonly SpanWriter _spans;
    private WorkflowTracker? _tracker;
    private MetricWriter? _metrics;
    private Task? _running;
    private long _missed;
    private bool _hasThrown;

    public TelemetrySink(IOptions<WorkflowTelemetryOptions> options, ILogger<TelemetrySink> logger, IMeterFactory? meters = null)
    {
        (_options, _logger, _meters) = (options.Value, logger, meters);
        _spans = new SpanWriter(_options.AllowedTags);
    }

    public void Attach(WorkflowTracker tracker) => (_tracker, _metrics) = (tracker, new MetricWriter(_meters, _options.MaxSeries, tracker));

    public void Take(IReadOnlyList<OutgoingEvent> stored)
    {
        if (_metrics is not { } metrics || (!WorkflowSpans.IsWanted && !metrics.IsWanted)) return;
        // What is only queued runs elsewhere or later.
        if (_tracker!.Find(stored[0].Event.WorkflowId) is not { } workflow) return;
        for (var i = 0; i < stored.Count; i++)
        {
            if (IsOfUse(stored[i].Event)) Post(new Item(stored[i].Event, workflow.Type, null));
        }
    }

    public void Forget(string workflowId)
    {
        if (_running is not null) Post(new Item(null, "", workflowId));
    }

    public async ValueTask CompleteAsync(TimeSpan atMost)
    {
        Task? running;
        lock (_gate) running = _running;
        _items.Writer.TryComplete();
        try
        {
            if (running is not null) await running.WaitAsync(atMost, _tracker!.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A listener hangs; the program need not.
        }

        if (Interlocked.Read(ref _missed) is > 0 and var missed) LogMissed(_logger, missed);
        // A factory's meter is the factory's.
        if (_meters is null) _metrics?.Dispose();
    }

    private static bool IsOfUse(WorkflowEvent workflowEvent) => workflowEvent is not (Progressed or MetricsReported or Logged or CustomEvent);

    private void Post(in Item item)
    {
        if (_running is null)
        {
            lock (_gate) _running ??= DetachedTask.Run(RunAsync);
        }

        if (!_items.Writer.TryWrite(item)) Interlocked.Increment(ref _missed);
    }

    private async Task RunAsync()
    {
        await foreach (var item in _items.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                if (item.Left is { } left) _spans.Leave(left, _tracker!.Time.GetUtcNow());
                if (item.Event is not { } workflowEvent) continue;
                _metrics!.Write(workflowEvent, item.WorkflowType);
                _spans.Write(workflowEvent);
            }
            catch (Exception exception)
            {
                // Listeners are somebody else's code.
                if (!_hasThrown) LogThrew(_logger, exception.GetType().Name);
                _hasThrown = true;
            }
            finally
            {
                // A span that stops makes the one before it current; here none is.
                Activity.Current = null;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A listener of traces or metrics threw {ExceptionType}; workflows go on, and further ones are not told.")]
    private static partial void LogThrew(ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "Listeners of traces and metrics were too slow for {Missed} events.")]
    private static partial void LogMissed(ILogger logger, long missed);

    private readonly record struct Item(WorkflowEvent? Event, string WorkflowType, string? Left);
}
