namespace Resume2Website.Server.Operators;

/// <summary>Whether the server lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/health/live", Reading, () => Results.Json(new HealthReport { Status = "ok" }, OperatorsJson.Default.HealthReport)).WithTags("Health");
        endpoints.MapMethods("/health/ready", Reading, ReadyAsync).WithTags("Health");
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, Readiness readiness)
    {
        var report = await readiness.CheckAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(report, OperatorsJson.Default.HealthReport,
            statusCode: report.Status == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
