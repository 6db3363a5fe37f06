using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>Something is not as it should be, and the work goes on.</summary>
public sealed record WarningReported : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "warning";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The phase it was found in.</summary>
    public string? Phase { get; init; }

    /// <summary>The step it was found in.</summary>
    public string? StepId { get; init; }
}
