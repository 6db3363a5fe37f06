using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>A stream that counts as one of its client's; one too many is answered with 429.</summary>
internal sealed class CountedStream(OpenStreams streams, IResult stream) : IResult
{
    private static readonly WorkflowError TooMany = new()
    {
        Code = "too_many_streams",
        Title = "Too many open streams",
        Message = "This client has as many event streams open as it may.",
        Category = ErrorCategory.RateLimit,
        Retryable = true,
        RetryAfterMs = 5_000,
        RecoverySuggestions = [new RecoverySuggestion("close_streams", "Close a stream that is no longer watched, then connect again.")],
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var opened = streams.TryOpen(httpContext);
        await (opened is null ? WorkflowProblem.Of(TooMany) : stream).ExecuteAsync(httpContext).ConfigureAwait(false);
    }
}
