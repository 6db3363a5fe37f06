using Microsoft.Extensions.Options;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Access;

/// <summary>Refuses uploads and changes that another website's page has a visitor's browser send.</summary>
/// <remarks>Browsers say where a request comes from (Fetch Metadata, Origin); programs say nothing and bring no visitor's cookie by accident.</remarks>
internal sealed class CrossSiteGuard(RequestDelegate next, IOptions<ServerOptions> options)
{
    public Task InvokeAsync(HttpContext context) =>
        IsSafe(context.Request.Method) || IsFromHere(context.Request) ? next(context) : ServerProblems.CrossSite.ExecuteAsync(context);

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return IsOwn(origin, request) || options.Value.Access.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    // Only the authority is compared: behind a proxy that ends TLS the scheme here is not the one in the browser.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{from.Scheme}://{request.Host.Value}", UriKind.Absolute, out var here)
        && from.Authority.Equals(here.Authority, StringComparison.OrdinalIgnoreCase);
}
