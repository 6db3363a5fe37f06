using LiveWorkflows.Alerts;
using LiveWorkflows.AspNetCore.Export;
using LiveWorkflows.AspNetCore.Reporting;
using LiveWorkflows.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>Maps <c>/api/v1/workflows…</c>. Literal segments win over <c>{workflowId}</c>.</summary>
internal static class WorkflowEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/workflows").WithTags("Workflows").ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapPost("/start", (HttpContext context, [FromServices] StartEndpoint endpoint) => endpoint.HandleAsync(context))
            .Accepts<WorkflowStartRequest>("application/json").Produces<StartedWorkflow>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("StartWorkflow").WithSummary("Starts tracking a workflow.");
        group.MapPost("/import", (HttpContext context, [FromServices] ImportEndpoint endpoint) => endpoint.HandleAsync(context))
            .Accepts<string>("application/x-ndjson").Produces<ImportedWorkflow>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithName("ImportWorkflow").WithSummary("Imports an ended workflow's JSONL export, all of it or nothing.");

        // Outside the group, which would give it a slash at its end.
        endpoints.MapGet("/api/v1/workflows", (HttpContext context, [FromServices] ListEndpoint endpoint) => endpoint.HandleAsync(context))
            .Produces<WorkflowPage>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).WithTags("Workflows")
            .WithName("ListWorkflows").WithSummary("Lists workflows, newest first, by type, status, tag, correlation_id, from, to; limit and cursor page.");
        group.MapGet("/metrics", (HttpContext context, [FromServices] MetricsEndpoint endpoint) => endpoint.HandleAsync(context))
            .Produces<WorkflowReport>().ProducesProblem(StatusCodes.Status400BadRequest)
            .WithName("GetWorkflowMetrics").WithSummary("The report of the last time_window_minutes (1 to 1440, 60 by default), of one type of workflow where type is given.");
        group.MapGet("/errors", (HttpContext context, [FromServices] MetricsEndpoint endpoint) => endpoint.HandleErrorsAsync(context))
            .Produces<ErrorReport>().ProducesProblem(StatusCodes.Status400BadRequest)
            .WithName("GetWorkflowErrors").WithSummary("The errors of the last hours (24 by default), by kind, place and wording, with advice.");
        MapAlerts(group);
        group.MapGet("/{workflowId}", (string workflowId, HttpContext context, [FromServices] SummaryEndpoint endpoint) => endpoint.HandleAsync(context, workflowId))
            .Produces<WorkflowSummary>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("GetWorkflow").WithSummary("What has happened in a workflow so far.");
        group.MapGet("/{workflowId}/logs", (string workflowId, HttpContext context, [FromServices] LogsEndpoint endpoint) => endpoint.HandleAsync(context, workflowId))
            .Produces<string>(StatusCodes.Status200OK, "application/json", "application/x-ndjson", "text/csv", "text/plain")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("ExportWorkflow").WithSummary("Exports a workflow's events; format is json, jsonl, csv, text or trace.");
        group.MapPost("/{workflowId}/events", (string workflowId, HttpContext context, [FromServices] ReportEndpoint endpoint) => endpoint.HandleAsync(context, workflowId))
            .Produces<AcceptedEvents>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("ReportWorkflowEvents").WithSummary("Reports events of a workflow that a program outside runs.");
        group.MapPost("/{workflowId}/cancel", (string workflowId, HttpContext context, [FromServices] CancelEndpoint endpoint) => endpoint.HandleAsync(context, workflowId))
            .Produces<CancelledWorkflow>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("CancelWorkflow").WithSummary("Asks a workflow to stop.");
    }

    private static void MapAlerts(RouteGroupBuilder group)
    {
        group.MapGet("/alerts", (HttpContext context, [FromServices] AlertsEndpoint endpoint) => endpoint.HandleAsync(context))
            .Produces<AlertList>().ProducesProblem(StatusCodes.Status400BadRequest)
            .WithName("ListWorkflowAlerts").WithSummary("The alerts that fire or fired, newest first; state is pending, firing or resolved.");
        group.MapPost("/alerts/{alertId}/resolve", (string alertId, HttpContext context, [FromServices] AlertsEndpoint endpoint) => endpoint.HandleResolveAsync(context, alertId))
            .Produces<Alert>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("ResolveWorkflowAlert").WithSummary("Resolves an alert by hand; it stays quiet until its condition has ceased to hold once.");
    }
}
