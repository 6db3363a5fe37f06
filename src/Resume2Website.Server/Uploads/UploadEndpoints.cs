using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Server.Access;

namespace Resume2Website.Server.Uploads;

/// <summary>Takes CVs.</summary>
internal static class UploadEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder job)
    {
        endpoints.MapPost("/api/v1/cv", UploadAsync)
            .Produces<JobAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("UploadCv").WithTags("CVs").WithSummary("Takes a CV; its job runs by itself.").DisableAntiforgery();
        job.MapPost("/file", UploadFileAsync)
            .Produces<JobAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("UploadFile").WithSummary("Takes the file of a job that waits for it.").DisableAntiforgery();
    }

    private static async Task<IResult> UploadAsync(HttpContext context, UploadDesk desk) => Accepted(context, await desk.ReceiveAsync(context));

    private static async Task<IResult> UploadFileAsync(HttpContext context, UploadDesk desk) =>
        Accepted(context, await desk.ReceiveFileAsync(context, context.Features.GetRequiredFeature<JobOwnership>()));

    private static IResult Accepted(HttpContext context, JobAnswer answer)
    {
        context.Response.Headers.Location = answer.StatusUrl;
        return Results.Json(answer, UploadsJson.Default.JobAnswer, statusCode: StatusCodes.Status202Accepted);
    }
}
