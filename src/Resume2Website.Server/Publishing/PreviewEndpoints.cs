using LiveWorkflows.Artifacts;
using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>The preview of a site: somebody's document, shown without scripts and without this server's origin.</summary>
/// <remarks>
/// A sandboxed document has no origin, so browsers send no cookie for its style sheet and pictures. A browser is therefore led to an address
/// with a key in its path, which opens this preview and nothing else; what the site names relatively then lies behind the same key.
/// </remarks>
internal static class PreviewEndpoints
{
    private const string Policy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors 'self'";

    private const string Html = "text/html";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder job)
    {
        job.MapMethods("/site/{**path}", Reading, ShowAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Html).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("The preview of a site, file by file.");
        endpoints.MapMethods("/api/v1/cv/{job_id}/site/preview-{key}/{**path}", Reading, ShowByKeyAsync)
            .AddEndpointFilter<ProblemPageFilter>()
            .Produces<Stream>(StatusCodes.Status200OK, Html).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("CVs").WithSummary("The preview of a site behind a key, for browsers.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PreviewKeys keys, CurrentFiles files, Looks looks, string? path = null)
    {
        var jobId = context.Features.GetRequiredFeature<JobOwnership>().JobId;
        if (string.IsNullOrEmpty(path) && !context.Request.Path.Value!.EndsWith('/')) return Redirect(context, CvUrls.Site(jobId) + context.Request.QueryString);
        if (context.Request.IsOpenedInABrowser()) return Redirect(context, $"{CvUrls.Site(jobId)}preview-{await keys.MakeAsync(jobId, context.RequestAborted)}/{path}");
        return Looks.IsLook(path, out var template, out var accent, out var file)
            ? await SendLookAsync(context, looks, jobId, template, accent, file)
            : await SendAsync(context, files, jobId, path);
    }

    private static async Task<IResult> ShowByKeyAsync(
        HttpContext context, JobOwnershipStore ownerships, PreviewKeys keys, CurrentFiles files, Looks looks, string key, string? path = null)
    {
        var jobId = (string)context.GetRouteValue("job_id")!;
        if (await ownerships.FindAsync(jobId, context.RequestAborted) is not { IsDeleted: false }) return ServerProblems.NotFound;
        if (!await keys.IsValidAsync(jobId, key, context.RequestAborted)) return ServerProblems.NotFound;

        // Fonts are fetched in the name of no origin; the address is the permission, and no cookie plays a part.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Looks.IsLook(path, out var template, out var accent, out var file)
            ? await SendLookAsync(context, looks, jobId, template, accent, file)
            : await SendAsync(context, files, jobId, path);
    }

    private static async Task<IResult> SendLookAsync(HttpContext context, Looks looks, string jobId, string template, string? accent, string path)
    {
        try
        {
            if (await looks.FindAsync(context, jobId, template, accent, path) is not { } file) return ServerProblems.NotFound;
            AddHeaders(context.Response.Headers);
            return Results.Bytes(file.Content, file.ContentType, entityTag: Precondition.Tag(ArtifactDigest.Of(file.Content.Span).Value));
        }
        catch (WorkflowException exception) when (exception.Error.Category == ErrorCategory.Input)
        {
            return ServerProblems.NotFound;
        }
    }

    private static async Task<IResult> SendAsync(HttpContext context, CurrentFiles files, string jobId, string? path)
    {
        CvSiteFile? file = null;
        var found = await files.OpenAsync(jobId, job => job.Site.Count == 0
            ? throw new RefusedException(ServerProblems.NotReady)
            : (file = job.FindSiteFile(string.IsNullOrEmpty(path) ? Site.Entrance : path))?.Digest, context.RequestAborted);
        if (found is null) return ServerProblems.NotFound;
        AddHeaders(context.Response.Headers);
        return Results.Stream(found.Content, file!.ContentType, entityTag: Precondition.Tag(found.Digest));
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, no-cache";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";

        // A document without an origin has no opener to be isolated from; browsers refuse the two together in windows it opens.
        headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
    }

    private static IResult Redirect(HttpContext context, string target)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(target, preserveMethod: true);
    }
}
