using System.Globalization;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Reports;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>GET /api/v1/workflows/metrics</c> and <c>/errors</c>: the reports of a window that ends now.</summary>
internal sealed class MetricsEndpoint(WorkflowReports reports, IWorkflowAccess access)
{
    private const int MaxHours = 30 * 24;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        return TryWhole(context, "time_window_minutes", 60, 1440) is { } minutes
            ? TypedResults.Json(reports.GetRecent(TimeSpan.FromMinutes(minutes), TypeIn(context)), ReportsJson.Default.WorkflowReport)
            : Refusal.Invalid("invalid_time_window", "'time_window_minutes' is a whole number from 1 to 1440.");
    }

    public async Task<IResult> HandleErrorsAsync(HttpContext context)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        return TryWhole(context, "hours", 24, MaxHours) is { } hours
            ? TypedResults.Json(reports.GetErrors(TimeSpan.FromHours(hours), TypeIn(context)), ReportsJson.Default.ErrorReport)
            : Refusal.Invalid("invalid_hours", $"'hours' is a whole number from 1 to {MaxHours}.");
    }

    private static string? TypeIn(HttpContext context) => context.Request.Query["type"].ToString() is { Length: > 0 } type ? type : null;

    private static int? TryWhole(HttpContext context, string name, int byDefault, int most)
    {
        if (!context.Request.Query.TryGetValue(name, out var text)) return byDefault;
        return int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most ? value : null;
    }
}
