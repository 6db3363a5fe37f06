using LiveWorkflows.Artifacts;
using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Documents;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>The lines of a CV, for its owner: what the provenance of every value points at.</summary>
internal static class LinesEndpoint
{
    public static void Map(IEndpointRouteBuilder job) => job.MapGet("/lines", SendAsync)
        .Produces<DocumentLines>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone)
        .WithName("GetLines").WithSummary("The pages and lines that the résumé was read from, with their places.");

    private static async Task<IResult> SendAsync(HttpContext context, CvJobStore jobs, IArtifactStore artifacts)
    {
        var jobId = context.Features.GetRequiredFeature<JobOwnership>().JobId;
        if (await jobs.FindAsync(jobId, context.RequestAborted) is not { } job) return ServerProblems.NotReady;
        if (job.Lines is not { } text) return job is { OriginalDeleted: true, Format: not DocumentFormat.Json } ? ServerProblems.LinesGone : ServerProblems.NotReady;
        if (!ArtifactDigest.TryParse(text, out var digest) || await artifacts.OpenAsync(jobId, digest, context.RequestAborted) is not { } content) return ServerProblems.NotFound;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(content, "application/json");
    }
}
