using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>What a visitor sees of their jobs, and does with them.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder job)
    {
        endpoints.MapGet("/api/v1/cv", ListAsync).Produces<JobList>().WithName("ListJobs").WithTags("CVs").WithSummary("The visitor's own jobs, newest first.");
        job.MapGet("", ShowAsync).Produces<JobView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("GetJob").WithSummary("Where a job stands, and the résumé as far as it is known.");
        job.MapPost("/cancel", CancelAsync).Produces<JobView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("CancelJob").WithSummary("Asks a job to stop.");
        job.MapPost("/retry", RetryAsync).Produces<JobAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("RetryJob").WithSummary("Runs a job again, as a new workflow.");
        job.MapDelete("", DeleteAsync).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("DeleteJob").WithSummary("Deletes upload, text, résumé, site and events of a job.");
    }

    private static async Task<IResult> ListAsync(HttpContext context, JobOwnershipStore ownerships, JobViews views)
    {
        var jobs = new List<JobView>();
        if (VisitorSession.Find(context) is { } visitor)
        {
            await foreach (var ownership in ownerships.ListByVisitorAsync(visitor, context.RequestAborted))
                jobs.Add(await views.ShowAsync(ownership, withResume: false, context.RequestAborted));
        }

        return Results.Json(new JobList([.. jobs.OrderByDescending(job => job.CreatedAt)]), UploadsJson.Default.JobList);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, JobViews views) =>
        Results.Json(await views.ShowAsync(OwnershipOf(context), withResume: true, context.RequestAborted), UploadsJson.Default.JobView);

    private static async Task<IResult> CancelAsync(HttpContext context, JobStopper stopper, JobViews views)
    {
        var ownership = OwnershipOf(context);
        await stopper.CancelAsync(ownership.LastRun, context.RequestAborted);
        var view = await views.ShowAsync(ownership, withResume: false, context.RequestAborted);
        return Results.Json(view, UploadsJson.Default.JobView, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> RetryAsync(HttpContext context, JobRetry retry, CvJobStore jobs, ClientLimits limits)
    {
        var request = await ReadAsync(context);
        var jobId = OwnershipOf(context).JobId;
        limits.TakeUpload(context);
        if (await jobs.FindAsync(jobId, context.RequestAborted) is { AgreedLlm: not null }) limits.TakeLlm(context);
        var answer = await retry.StartAsync(jobId, request, context.RequestAborted);
        context.Response.Headers.Location = answer.StatusUrl;
        return Results.Json(answer, UploadsJson.Default.JobAnswer, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, JobEraser eraser)
    {
        // Begun, it is finished, whether the caller waits for it or not.
        await eraser.EraseAsync(OwnershipOf(context), CancellationToken.None);
        return Results.NoContent();
    }

    private static JobOwnership OwnershipOf(HttpContext context) => context.Features.GetRequiredFeature<JobOwnership>();

    private static async Task<RetryRequest> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return new RetryRequest();
        try
        {
            return await context.Request.ReadFromJsonAsync(UploadsJson.Default.RetryRequest, context.RequestAborted) ?? new RetryRequest();
        }
        catch (JsonException)
        {
            throw new RefusedException(ServerProblems.Of(StatusCodes.Status400BadRequest));
        }
    }
}
