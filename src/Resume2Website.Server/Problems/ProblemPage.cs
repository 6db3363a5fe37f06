using System.Globalization;
using LiveWorkflows.AspNetCore.Problems;

namespace Resume2Website.Server.Problems;

/// <summary>A problem as a page, for a person whose browser opened the address: what it is, in a sentence, and what to do.</summary>
/// <param name="problem">The problem, whose status and advice on waiting the page carries too.</param>
internal sealed class ProblemPage(WorkflowProblem problem) : IResult
{
    // The preview and its thumbnails are frames of this server's own page.
    private static readonly string Policy = PlainPage.Policy("'self'");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, error) = (httpContext.Response, problem.Error);
        response.StatusCode = problem.StatusCode ?? StatusCodes.Status500InternalServerError;
        response.ContentType = PlainPage.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["X-Robots-Tag"] = "noindex";
        if (error.RetryAfterMs is { } wait) response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait / 1000)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsync(PlainPage.Html(error.Title, [error.Message, .. error.RecoverySuggestions.Select(suggestion => suggestion.Text)]), httpContext.RequestAborted);
    }
}
