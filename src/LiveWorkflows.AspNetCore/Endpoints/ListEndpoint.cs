using System.Globalization;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Reports;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>GET /api/v1/workflows</c>: newest first, filtered, a page at a time.</summary>
internal sealed class ListEndpoint(WorkflowReports reports, IWorkflowAccess access)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        var query = context.Request.Query;
        var status = Text("status");
        var known = WorkflowStatus.Queued;
        if (status is not null && (!Enum.TryParse(status, ignoreCase: true, out known) || !char.IsAsciiLetter(status[0])))
            return Refusal.Invalid("invalid_status", "'status' is queued, running, waiting, completed, failed, cancelled or abandoned.");
        if (!TryTime("from", out var from) || !TryTime("to", out var to)) return Refusal.Invalid("invalid_time", "'from' and 'to' are times such as 2026-03-01T12:00:00Z.");
        var limit = 50;
        if (Text("limit") is { } wanted && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 500))
            return Refusal.Invalid("invalid_limit", "'limit' is a whole number from 1 to 500.");
        try
        {
            var page = reports.Directory.List(new WorkflowQuery
            {
                Type = Text("type"),
                Status = status is null ? null : known,
                Tag = Text("tag"),
                CorrelationId = Text("correlation_id"),
                From = from,
                To = to,
                Limit = limit,
                Cursor = Text("cursor"),
            });
            return TypedResults.Json(page, ReportsJson.Default.WorkflowPage);
        }
        catch (FormatException)
        {
            return Refusal.Invalid("invalid_cursor", "'cursor' is the 'next_cursor' of the page before.");
        }

        string? Text(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

        bool TryTime(string name, out DateTimeOffset? time)
        {
            time = null;
            if (Text(name) is not { } value) return true;
            if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed)) return false;
            time = parsed;
            return true;
        }
    }
}
