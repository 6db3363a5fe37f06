using LiveWorkflows.EventLog;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>Writes the export event by event, so that its size does not matter.</summary>
internal sealed class ExportResult(IEventLog log, string workflowId, EventExporter exporter, long afterSequence) : IResult
{
    private const int FlushThreshold = 32 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = exporter.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentDisposition = $"inline; filename=\"{workflowId}.{exporter.Extension}\"";
        var writer = response.BodyWriter;
        exporter.Begin(writer);
        await foreach (var stored in log.ReadAsync(workflowId, afterSequence, httpContext.RequestAborted).ConfigureAwait(false))
        {
            exporter.Write(writer, stored);
            if (writer.UnflushedBytes > FlushThreshold) await writer.FlushAsync(httpContext.RequestAborted).ConfigureAwait(false);
        }

        exporter.End(writer);
        await writer.FlushAsync(httpContext.RequestAborted).ConfigureAwait(false);
    }
}
