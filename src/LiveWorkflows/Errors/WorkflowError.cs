using System.Text.Json.Serialization;

namespace LiveWorkflows.Errors;

/// <summary>An error with what can be done about it.</summary>
public sealed record WorkflowError
{
    /// <summary>What went wrong, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What went wrong, in a sentence; holds nothing private.</summary>
    public required string Message { get; init; }

    /// <summary>A stable code, such as <c>timeout</c> or <c>file_encrypted</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What kind of error it is.</summary>
    public required ErrorCategory Category { get; init; }

    /// <summary>Whether trying again may help.</summary>
    public bool Retryable { get; init; }

    /// <summary>How long to wait before trying again, in milliseconds.</summary>
    public double? RetryAfterMs { get; init; }

    /// <summary>What can be done.</summary>
    public IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; } = [];

    /// <summary>The exception, in the program that reported it; never on the wire nor in the log.</summary>
    [JsonIgnore]
    public Exception? Exception { get; init; }
}
