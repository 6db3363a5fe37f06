using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>An event of a kind that only the program that publishes it knows.</summary>
/// <remarks>On the wire its fields stand beside the common ones; a field with the name of a common one is refused when it is published.</remarks>
public sealed record CustomEvent : WorkflowEvent
{
    /// <summary>The event's name on the wire: lower-case letters, digits and underscores.</summary>
    public required string Kind { get; init; }

    /// <summary>The event's own fields: a JSON object.</summary>
    public required JsonElement Fields { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Kind;
}
