using System.Text;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Telemetry;

/// <summary><c>GET /metrics</c>: what Prometheus scrapes, for operators.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/metrics", HandleAsync)
        .Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status401Unauthorized)
        .WithTags("Operators").WithName("GetPrometheusMetrics").WithSummary("The figures of the workflows as Prometheus text.");

    private static async Task<IResult> HandleAsync(HttpContext context, OperatorAccess operators, PrometheusMetrics metrics)
    {
        if (!operators.IsOperator(context)) return ServerProblems.OperatorsOnly;
        var text = await metrics.ReadAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(Encoding.UTF8.GetBytes(text), TextFormat);
    }
}
