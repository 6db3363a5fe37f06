using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Import;
using LiveWorkflows.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>POST /api/v1/workflows/import</c>: takes an ended workflow's JSONL export, all of it or nothing.</summary>
internal sealed class ImportEndpoint(WorkflowTracker tracker, IEventLog log, WorkflowReports reports, IWorkflowAccess access) : IDisposable
{
    private const string LineJson = "application/x-ndjson";

    // An export is held in memory while it is checked: one at a time bounds what all of them take.
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(LineJson, StringComparison.OrdinalIgnoreCase)) return UnsupportedType;
        var import = new WorkflowImport(log, reports);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = import.MaxBytes;
        await _gate.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            var id = await import.ImportAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);
            if (await tracker.GetSummaryAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } summary) return Refusal.UnknownWorkflow;
            context.Response.Headers.Location = $"{context.Request.PathBase}/api/v1/workflows/{id}";
            return TypedResults.Json(new ImportedWorkflow(id, summary.Status), EndpointJson.Default.ImportedWorkflow, statusCode: StatusCodes.Status201Created);
        }
        catch (WorkflowImportException exception)
        {
            return exception.Code switch
            {
                "workflow_id_taken" => Refusal.IdTaken,
                "too_large" => TooLarge,
                _ => Refusal.Invalid(exception.Code, exception.Message),
            };
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }
        catch (EventLogUnavailableException)
        {
            return Refusal.StorageUnavailable;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static WorkflowProblem UnsupportedType { get; } = new(StatusCodes.Status415UnsupportedMediaType, new WorkflowError
    {
        Code = "json_lines_expected",
        Title = "JSON lines are expected",
        Message = "The body must be a JSONL export and say so.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("set_content_type", $"Send the header Content-Type: {LineJson}.")],
    });

    private static WorkflowProblem TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, new WorkflowError
    {
        Code = "too_large",
        Title = "The export is too large",
        Message = "An export may have at most 64 MiB.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("import_in_code", "Import it in a program of your own, with a larger WorkflowImport.MaxBytes.")],
    });
}
