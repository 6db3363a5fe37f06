using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LiveWorkflows.AspNetCore.Problems;

namespace Resume2Website.Server.Problems;

/// <summary>A problem as a page, for a person whose browser opened the address: what it is, in a sentence, and what to do.</summary>
/// <param name="problem">The problem, whose status and advice on waiting the page carries too.</param>
internal sealed class ProblemPage(WorkflowProblem problem) : IResult
{
    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;font:400 1.0625rem/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",sans-serif}"
        + "main{max-width:34rem;margin:12vh auto 0;padding:0 1.25rem}h1{font-size:1.5rem;line-height:1.25}";

    // Nothing but its own style, and only within this server's own frames.
    private static readonly string Policy =
        $"sandbox; default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, error) = (httpContext.Response, problem.Error);
        response.StatusCode = problem.StatusCode ?? StatusCodes.Status500InternalServerError;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["X-Robots-Tag"] = "noindex";
        if (error.RetryAfterMs is { } wait) response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait / 1000)).ToString(CultureInfo.InvariantCulture);

        var title = WebUtility.HtmlEncode(error.Title);
        var advice = string.Concat(error.RecoverySuggestions.Select(suggestion => $"<p>{WebUtility.HtmlEncode(suggestion.Text)}</p>"));
        await response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{title}</title><style>{Style}</style></head><body><main><h1>{title}</h1><p>{WebUtility.HtmlEncode(error.Message)}</p>{advice}</main></body></html>",
            httpContext.RequestAborted);
    }
}
