using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A line of log.</summary>
public sealed record Logged : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "log";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>trace, debug, information, warning, error or critical.</summary>
    public required string Level { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The phase it was written in.</summary>
    public string? Phase { get; init; }

    /// <summary>The step it was written in.</summary>
    public string? StepId { get; init; }

    /// <summary>The message's named values.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
}
