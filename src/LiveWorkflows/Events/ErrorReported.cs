using System.Text.Json.Serialization;
using LiveWorkflows.Errors;

namespace LiveWorkflows.Events;

/// <summary>An error, with what can be done about it.</summary>
public sealed record ErrorReported : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "error_reported";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>What went wrong, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What went wrong, in a sentence.</summary>
    public required string Detail { get; init; }

    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What kind of error it is.</summary>
    public ErrorCategory Category { get; init; }

    /// <summary>Whether trying again may help.</summary>
    public bool Retryable { get; init; }

    /// <summary>How long to wait before trying again, in milliseconds.</summary>
    public double? RetryAfterMs { get; init; }

    /// <summary>The attempt it happened in, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>What can be done.</summary>
    public IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; } = [];

    /// <summary>The same for errors of the same kind and place.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The phase it happened in.</summary>
    public string? Phase { get; init; }

    /// <summary>The step it happened in.</summary>
    public string? StepId { get; init; }

    /// <summary>Whether the workflow cannot go on.</summary>
    public bool IsCritical { get; init; }

    /// <summary>The error as the reporting program knows it, with its exception; only there.</summary>
    [JsonIgnore]
    public WorkflowError? Error { get; init; }
}
