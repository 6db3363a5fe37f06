using LiveWorkflows.Alerts;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>GET /api/v1/workflows/alerts</c> and <c>POST …/alerts/{id}/resolve</c>.</summary>
internal sealed class AlertsEndpoint(AlertService alerts, IWorkflowAccess access)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        var text = context.Request.Query["state"].ToString();
        AlertState? state = text switch
        {
            "pending" => AlertState.Pending,
            "firing" => AlertState.Firing,
            "resolved" => AlertState.Resolved,
            _ => null,
        };
        return text.Length > 0 && state is null
            ? Refusal.Invalid("invalid_state", "'state' is pending, firing or resolved.")
            : TypedResults.Json(new AlertList(alerts.List(state)), ReportsJson.Default.AlertList);
    }

    public async Task<IResult> HandleResolveAsync(HttpContext context, string alertId)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        try
        {
            if (await alerts.ResolveAsync(alertId, context.RequestAborted).ConfigureAwait(false) is { } resolved) return TypedResults.Json(resolved, ReportsJson.Default.Alert);
        }
        catch (RecordStoreUnavailableException)
        {
            return Refusal.StorageUnavailable;
        }

        return alerts.Find(alertId) is null ? Refusal.UnknownAlert : Refusal.AlertIsOver;
    }
}
