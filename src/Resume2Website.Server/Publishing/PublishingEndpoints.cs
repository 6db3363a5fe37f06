using System.Text.Json.Nodes;
using LiveWorkflows.Artifacts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>What came of a job, to take away: the résumé, the site as a zip archive, and the upload itself.</summary>
internal static class PublishingEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder job)
    {
        job.MapMethods("/resume.json", Reading, (HttpContext context, CvJobStore jobs, IArtifactStore artifacts) =>
            SendAsync(context, jobs, artifacts, found => found.Resume, "application/json", _ => "resume.json"))
            .Produces<JsonObject>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("The résumé as JSON Resume.");
        job.MapMethods("/site.zip", Reading, (HttpContext context, CvJobStore jobs, IArtifactStore artifacts) =>
            SendAsync(context, jobs, artifacts, found => found.SiteZip, "application/zip", _ => "site.zip"))
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip").ProducesProblem(StatusCodes.Status404NotFound).WithSummary("The site as a zip archive.");

        // Never shown in the browser, whatever it is: somebody else's file on this server's address.
        job.MapMethods("/original", Reading, (HttpContext context, CvJobStore jobs, IArtifactStore artifacts) =>
            SendAsync(context, jobs, artifacts, found => found.OriginalDeleted ? null : found.Files[0].Digest, "application/octet-stream",
                found => found.Files[0].Name is { Length: > 0 } name ? name : "original"))
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The upload itself, while it is kept.");
        PreviewEndpoints.Map(endpoints, job);
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, CvJobStore jobs, IArtifactStore artifacts, Func<CvJob, string?> digestOf, string contentType, Func<CvJob, string> nameOf)
    {
        var jobId = context.Features.GetRequiredFeature<JobOwnership>().JobId;
        if (await jobs.FindAsync(jobId, context.RequestAborted) is not { } job) return ServerProblems.NotReady;
        if (digestOf(job) is not { } text) return job.OriginalDeleted && contentType == "application/octet-stream" ? ServerProblems.OriginalGone : ServerProblems.NotReady;
        if (!ArtifactDigest.TryParse(text, out var digest) || await artifacts.OpenAsync(jobId, digest, context.RequestAborted) is not { } content)
            return ServerProblems.NotFound;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(content, contentType, nameOf(job), entityTag: new EntityTagHeaderValue($"\"{digest.Value}\""));
    }
}
