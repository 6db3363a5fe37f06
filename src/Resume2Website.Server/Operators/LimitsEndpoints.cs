using LiveWorkflows.AspNetCore;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Options;
using Resume2Website.Documents;
using Resume2Website.Extraction.Llm;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Operators;

/// <summary>Tells a caller what it may still do.</summary>
internal static class LimitsEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/limits", ShowAsync)
        .Produces<LimitsReport>().WithTags("CVs").WithName("GetLimits").WithSummary("What this caller may still do.");

    private static async Task<IResult> ShowAsync(
        HttpContext context, IJobQueue queue, UploadSlots slots, ClientLimits clients, DocumentPrograms programs, IOptions<ServerOptions> options, IOptions<LiveWorkflowsEndpointOptions> streams, IServiceProvider services)
    {
        var limits = options.Value.Limits;
        var depth = await queue.GetDepthAsync(context.RequestAborted);
        var isLimited = clients.IsLimited(context);
        var llm = services.GetService<LlmEngine>();
        return Results.Json(new LimitsReport
        {
            MaxUploadBytes = options.Value.MaxUploadBytes,
            Formats = AcceptedFormat.With(programs),
            Queue = new Allowance(depth.Waiting, limits.MaxQueuedJobs),
            Uploads = new Allowance(slots.Taken, limits.MaxConcurrentUploads),
            StreamsPerClient = streams.Value.MaxStreamsPerClient,
            UploadRate = isLimited ? new RateAllowance(limits.UploadsPerClient, limits.UploadWindow.TotalMilliseconds) : null,
            ChangeRate = isLimited ? new RateAllowance(limits.ChangesPerClient, limits.DesignWindow.TotalMilliseconds) : null,
            LookRate = isLimited ? new RateAllowance(limits.LooksPerClient, limits.DesignWindow.TotalMilliseconds) : null,
            LlmRate = isLimited && llm is not null ? new RateAllowance(limits.LlmCvsPerClient, limits.LlmWindow.TotalMilliseconds) : null,
            Llm = llm is not null ? new LlmOffer(llm.Host, llm.Identity.Model, llm.IsLocal, llm.Name) : null,
        }, OperatorsJson.Default.LimitsReport);
    }
}
