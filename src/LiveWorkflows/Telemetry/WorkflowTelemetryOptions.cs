namespace LiveWorkflows.Telemetry;

/// <summary>What traces and metrics hold. They exist only while somebody listens, so there is nothing to switch on or off here.</summary>
public sealed class WorkflowTelemetryOptions
{
    /// <summary>The name of the activity source and of the meter: <c>AddSource("LiveWorkflows")</c>, <c>AddMeter("LiveWorkflows")</c>.</summary>
    public const string Name = "LiveWorkflows";

    /// <summary>Tags that may stand in a workflow's span, as <c>liveworkflows.tag.NAME</c>; all others are left out. None is ever a metric's.</summary>
    public ISet<string> AllowedTags { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The most combinations of type, phase and step that metrics tell apart; whatever comes beyond is <c>_other</c>. 1,000 by default.</summary>
    public int MaxSeries { get; set; } = 1000;
}
