using LiveWorkflows.Errors;

namespace LiveWorkflows.Client;

/// <summary>A problem as a server words it; anything may be missing when it was a proxy that answered.</summary>
internal sealed record RefusalBody
{
    public string? Title { get; init; }

    public string? Detail { get; init; }

    public string? Code { get; init; }

    public ErrorCategory? Category { get; init; }

    public bool Retryable { get; init; }

    public double? RetryAfterMs { get; init; }

    public IReadOnlyList<RecoverySuggestion>? RecoverySuggestions { get; init; }

    public WorkflowError ToError(int status) => new()
    {
        Code = Code ?? $"http_{status}",
        Title = Title ?? "The server refused",
        Message = Detail ?? $"The server answered with status {status}.",
        Category = Category ?? ErrorCategory.Unavailable,
        Retryable = Retryable || status is 429 or >= 500,
        RetryAfterMs = RetryAfterMs,
        RecoverySuggestions = RecoverySuggestions ?? [],
    };
}
