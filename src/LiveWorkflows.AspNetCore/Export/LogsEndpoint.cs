using System.Globalization;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.EventLog;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary><c>GET /api/v1/workflows/{id}/logs</c>: a workflow's stored events in a form for other programs or for people.</summary>
internal sealed class LogsEndpoint(WorkflowTracker tracker, IEventLog log, IWorkflowAccess access)
{
    public async Task<IResult> HandleAsync(HttpContext context, string workflowId)
    {
        if (!WorkflowId.IsValid(workflowId) || !await access.IsAllowedAsync(context, workflowId, WorkflowRight.Read).ConfigureAwait(false)) return Refusal.UnknownWorkflow;
        var format = context.Request.Query["format"].ToString();
        EventExporter? exporter = format switch
        {
            "" or "json" => new JsonExporter(),
            "jsonl" => new JsonLinesExporter(),
            "csv" => new CsvExporter(),
            "text" => new TextExporter(),
            "trace" => new TraceExporter(),
            _ => null,
        };
        if (exporter is null) return Refusal.Invalid("invalid_format", "'format' is json, jsonl, csv, text or trace.");
        if (tracker.Find(workflowId) is { } live) await live.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        if (await log.GetHeadAsync(workflowId, context.RequestAborted).ConfigureAwait(false) is null) return Refusal.UnknownWorkflow;

        // Where streams are blocked on their way, a client asks here for what is new.
        var after = long.TryParse(context.Request.Query["after_seq"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0;
        return new ExportResult(log, workflowId, exporter, after);
    }
}
