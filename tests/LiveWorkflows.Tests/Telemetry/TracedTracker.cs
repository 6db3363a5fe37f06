using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LiveWorkflows.EventLog;
using LiveWorkflows.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.Tests.Telemetry;

/// <summary>A tracker whose spans and measurements are listened to; those of workflows of other tests, which share the source, are left out.</summary>
internal sealed class TracedTracker : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ActivityListener? _spans;
    private readonly MeterListener? _meters;
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, string> Tags)> _measured = new();

    public TracedTracker(bool spans = true, bool metrics = false, Action<WorkflowTelemetryOptions>? configure = null, ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        _services = new ServiceCollection().AddLogging().AddSingleton<IMeterFactory, OwnMeters>().AddLiveWorkflowsInMemory().AddLiveWorkflows().AddWorkflowTelemetry(configure).BuildServiceProvider();
        Tracker = _services.GetRequiredService<WorkflowTracker>();
        if (spans)
        {
            _spans = new ActivityListener
            {
                ShouldListenTo = source => source.Name == WorkflowTelemetryOptions.Name || source.Name == "Http",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => sampling,
                ActivityStopped = _ended.Enqueue,
            };
            ActivitySource.AddActivityListener(_spans);
        }

        if (!metrics) return;
        var factory = _services.GetRequiredService<IMeterFactory>();
        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Meter.Name == WorkflowTelemetryOptions.Name) listener.EnableMeasurementEvents(instrument);
            },
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
    }

    public WorkflowTracker Tracker { get; }

    public IEventLog Log => _services.GetRequiredService<IEventLog>();

    public IReadOnlyList<(string Name, double Value, Dictionary<string, string> Tags)> Measured => [.. _measured];

    /// <summary>The spans of one trace, when all that was said is written.</summary>
    public async Task<IReadOnlyList<Activity>> EndedAsync(string traceId)
    {
        await DisposeTrackerAsync();
        return [.. _ended.Where(span => span.TraceId.ToHexString() == traceId)];
    }

    public void Observe() => _meters!.RecordObservableInstruments();

    public ValueTask DisposeTrackerAsync() => Tracker.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _spans?.Dispose();
        _meters?.Dispose();
    }

    private sealed class OwnMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options.Name, options.Version, options.Tags, scope: this);

        public void Dispose() { }
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString() ?? "")));
}
