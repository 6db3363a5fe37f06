using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;
using LiveWorkflows.Telemetry;
using Prometheus;

namespace Resume2Website.Server.Telemetry;

/// <summary>The meter of the workflows as Prometheus text (exposition format 0.0.4).</summary>
internal sealed partial class PrometheusMetrics : IDisposable
{
    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly IDisposable _adapter;

    /// <summary>Begins to listen; figures count from here on.</summary>
    /// <param name="meters">The meters of this server; another one in the same process has its own.</param>
    public PrometheusMetrics(IMeterFactory meters) => _adapter = MeterAdapter.StartListening(new MeterAdapterOptions
    {
        Registry = _registry,
        MetricFactory = Metrics.WithCustomRegistry(_registry),
        InstrumentFilterPredicate = instrument => instrument.Meter.Name == WorkflowTelemetryOptions.Name && ReferenceEquals(instrument.Meter.Scope, meters),
        // As long as the adapter allows: figures of a type that rests are there until then.
        MetricsExpireAfter = TimeSpan.FromDays(1),
        ResolveHistogramBuckets = _ => Buckets,
    });

    private static double[] Buckets { get; } = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600];

    /// <summary>The figures as they are now.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await _registry.CollectAndExportAsTextAsync(text, cancellationToken);

        // The adapter puts the meter's name before every instrument's, which has it already, and knows no other way.
        return TwiceNamed().Replace(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length), "$1liveworkflows_");
    }

    public void Dispose() => _adapter.Dispose();

    /// <summary>At the beginning of lines alone: a label's value never begins one.</summary>
    [GeneratedRegex("^(# (?:HELP|TYPE) )?liveworkflows_liveworkflows_", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TwiceNamed();
}
