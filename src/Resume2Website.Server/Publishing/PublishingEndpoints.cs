using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>What came of a job, to take away: the résumé, and the site as a zip archive.</summary>
internal static class PublishingEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder job)
    {
        job.MapMethods("/resume.json", Reading, (HttpContext context, CurrentFiles files) => SendAsync(context, files, found => VersionOf(context, found), "application/json", "resume.json"))
            .Produces<JsonObject>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("The résumé as JSON Resume.");
        job.MapMethods("/site.zip", Reading, (HttpContext context, CurrentFiles files) => SendAsync(context, files, found => found.SiteZip, "application/zip", "site.zip"))
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip").ProducesProblem(StatusCodes.Status404NotFound).WithSummary("The site as a zip archive.");
        PdfEndpoint.Map(job);
        PreviewEndpoints.Map(endpoints, job);
        EditingEndpoints.Map(job);
        PublicationEndpoints.Map(job);
        PublishedSiteEndpoints.Map(endpoints);
    }

    /// <summary>The résumé that is asked for: the one that counts, or an earlier one by its digest.</summary>
    private static string? VersionOf(HttpContext context, CvJob job) => context.Request.Query["version"] is [{ Length: > 0 } wanted]
        ? job.EarlierResumes.FirstOrDefault(version => version.Digest == wanted)?.Digest ?? throw new RefusedException(ServerProblems.NotFound)
        : job.Resume;

    private static async Task<IResult> SendAsync(HttpContext context, CurrentFiles files, Func<CvJob, string?> digestOf, string contentType, string name)
    {
        var jobId = context.Features.GetRequiredFeature<JobOwnership>().JobId;
        if (await files.OpenAsync(jobId, job => digestOf(job) ?? throw new RefusedException(ServerProblems.NotReady), context.RequestAborted) is not { } file) return ServerProblems.NotFound;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(file.Content, contentType, name, entityTag: Precondition.Tag(file.Digest));
    }
}
