using LiveWorkflows.AspNetCore;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Options;
using Resume2Website.Extraction.Llm;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Operators;

/// <summary>Tells a caller what it may still do.</summary>
internal static class LimitsEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/limits", ShowAsync)
        .Produces<LimitsReport>().WithTags("CVs").WithName("GetLimits").WithSummary("What this caller may still do.");

    private static async Task<IResult> ShowAsync(
        HttpContext context, IJobQueue queue, UploadSlots slots, IOptions<ServerOptions> options, IOptions<LiveWorkflowsEndpointOptions> streams, IServiceProvider services)
    {
        var limits = options.Value.Limits;
        var depth = await queue.GetDepthAsync(context.RequestAborted);
        return Results.Json(new LimitsReport
        {
            MaxUploadBytes = options.Value.MaxUploadBytes,
            Queue = new Allowance(depth.Waiting, limits.MaxQueuedJobs),
            Uploads = new Allowance(slots.Taken, limits.MaxConcurrentUploads),
            StreamsPerClient = streams.Value.MaxStreamsPerClient,
            Llm = services.GetService<LlmEngine>() is { } llm ? new LlmOffer(llm.Host, llm.IsLocal, llm.Name) : null,
        }, OperatorsJson.Default.LimitsReport);
    }
}
