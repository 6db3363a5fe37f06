using LiveWorkflows.Errors;

namespace LiveWorkflows.AspNetCore.Problems;

/// <summary>The members of RFC 9457 and the product's own.</summary>
internal sealed record ProblemBody
{
    public string Type { get; init; } = "about:blank";

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    public required string Code { get; init; }

    public required ErrorCategory Category { get; init; }

    public required bool Retryable { get; init; }

    public double? RetryAfterMs { get; init; }

    public required IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; }
}
