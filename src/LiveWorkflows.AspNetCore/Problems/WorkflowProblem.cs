using System.Globalization;
using System.Text.Json;
using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveWorkflows.AspNetCore.Problems;

/// <summary>An error as an HTTP answer: <c>application/problem+json</c> (RFC 9457) with code, category and advice.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="error">What went wrong and what can be done.</param>
public sealed class WorkflowProblem(int status, WorkflowError error) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <summary>What went wrong and what can be done.</summary>
    public WorkflowError Error => error;

    /// <summary>An answer with the status that goes with the error's category.</summary>
    public static WorkflowProblem Of(WorkflowError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new WorkflowProblem(StatusOf(error.Category), error);
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (error.RetryAfterMs is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait / 1000)).ToString(CultureInfo.InvariantCulture);
        var body = new ProblemBody
        {
            Title = error.Title,
            Status = status,
            Detail = error.Message,
            Code = error.Code,
            Category = error.Category,
            Retryable = error.Retryable,
            RetryAfterMs = error.RetryAfterMs,
            RecoverySuggestions = error.RecoverySuggestions,
        };
        await JsonSerializer.SerializeAsync(response.Body, body, ProblemJson.Default.ProblemBody, httpContext.RequestAborted).ConfigureAwait(false);
    }

    private static int StatusOf(ErrorCategory category) => category switch
    {
        ErrorCategory.Input => StatusCodes.Status400BadRequest,
        ErrorCategory.Permission => StatusCodes.Status403Forbidden,
        ErrorCategory.RateLimit => StatusCodes.Status429TooManyRequests,
        ErrorCategory.Unavailable or ErrorCategory.Network or ErrorCategory.Resource => StatusCodes.Status503ServiceUnavailable,
        ErrorCategory.Timeout => StatusCodes.Status504GatewayTimeout,
        ErrorCategory.Cancelled or ErrorCategory.Abandoned => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };
}
