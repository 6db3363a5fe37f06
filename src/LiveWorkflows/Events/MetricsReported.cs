using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>Measurements that changed since the last report.</summary>
public sealed record MetricsReported : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "metric";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The measurements, as they stand now.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];
}
