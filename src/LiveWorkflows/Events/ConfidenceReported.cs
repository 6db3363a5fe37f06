using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>How sure a result is.</summary>
public sealed record ConfidenceReported : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "confidence";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>What it speaks of: a step's path, a phase, or <c>workflow</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>0 to 1.</summary>
    public double Value { get; init; }

    /// <summary>How it was found.</summary>
    public string? Method { get; init; }

    /// <summary>How many values it rests on.</summary>
    public int? N { get; init; }
}
