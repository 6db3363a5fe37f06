using LiveWorkflows.Errors;

namespace LiveWorkflows.Reports;

/// <summary>Errors of the same kind, place and wording, whatever numbers and names their messages hold.</summary>
public sealed record ErrorPattern
{
    /// <summary>The same for errors of the same kind and place.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What goes wrong, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of error it is.</summary>
    public required ErrorCategory Category { get; init; }

    /// <summary>The phase it happens in.</summary>
    public string? Phase { get; init; }

    /// <summary>The phases it happens in.</summary>
    public IReadOnlyList<string> Phases { get; init; } = [];

    /// <summary>The step it happens in, without its numbers.</summary>
    public string? Step { get; init; }

    /// <summary>Its message without what differs from one time to the next: <c>no answer from &lt;ip&gt; in &lt;duration&gt;</c>.</summary>
    public string? Template { get; init; }

    /// <summary>How often it happened.</summary>
    public int Count { get; init; }

    /// <summary>Its part of all errors of the window, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>Whether it gets more or less.</summary>
    public ErrorTrend Trend { get; init; }

    /// <summary>When it happened first in the window.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it happened last.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>The types of workflow it happens in.</summary>
    public IReadOnlyList<string> WorkflowTypes { get; init; } = [];

    /// <summary>What can be done.</summary>
    public IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; } = [];
}
