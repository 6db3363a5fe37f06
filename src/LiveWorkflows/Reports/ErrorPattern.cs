using LiveWorkflows.Errors;

namespace LiveWorkflows.Reports;

/// <summary>Errors of the same kind and place.</summary>
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

    /// <summary>How often it happened.</summary>
    public int Count { get; init; }

    /// <summary>When it happened first in the window.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it happened last.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>The types of workflow it happens in.</summary>
    public IReadOnlyList<string> WorkflowTypes { get; init; } = [];

    /// <summary>What can be done.</summary>
    public IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; } = [];
}
