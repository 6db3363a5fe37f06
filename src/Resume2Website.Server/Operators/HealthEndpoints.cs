namespace Resume2Website.Server.Operators;

/// <summary>Whether the server lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/health/live", Reading, () => Results.Json(new HealthReport { Status = "ok" }, OperatorsJson.Default.HealthReport))
            .Produces<HealthReport>().WithTags("Health").WithSummary("Whether the server lives.");
        endpoints.MapMethods("/health/ready", Reading, ReadyAsync)
            .Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable).WithTags("Health").WithSummary("Whether the server can do its work.");
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, Readiness readiness)
    {
        var report = await readiness.CheckAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(report, OperatorsJson.Default.HealthReport,
            statusCode: report.Status == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
