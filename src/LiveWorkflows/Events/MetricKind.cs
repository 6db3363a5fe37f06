namespace LiveWorkflows.Events;

/// <summary>What a measurement is.</summary>
public enum MetricKind
{
    /// <summary>Only rises.</summary>
    Counter,

    /// <summary>A value that is set.</summary>
    Gauge,

    /// <summary>How often something happens.</summary>
    Rate,

    /// <summary>How long something takes.</summary>
    Timer,
}
