using LiveWorkflows.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Resume2Website.Server.Telemetry;

/// <summary>Sends traces and metrics of workflows to an OpenTelemetry receiver, when the settings name one; nothing listens otherwise.</summary>
internal static class OtlpExport
{
    private const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "resume2website";

    public static void Add(IServiceCollection services, IConfiguration configuration, TelemetryOptions options)
    {
        if (string.IsNullOrEmpty(options.OtlpEndpoint) && string.IsNullOrEmpty(configuration[StandardEndpoint])) return;
        var telemetry = services.AddOpenTelemetry();
        if (string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"])) telemetry.ConfigureResource(resource => resource.AddService(ServiceName));

        // Only the workflows: spans of requests would name addresses, which hold ids and may hold tickets.
        telemetry.WithTracing(traces => traces.AddSource(WorkflowTelemetryOptions.Name).AddOtlpExporter(exporter => Direct(exporter, options, "v1/traces")));
        telemetry.WithMetrics(metrics => metrics.AddMeter(WorkflowTelemetryOptions.Name).AddOtlpExporter(exporter => Direct(exporter, options, "v1/metrics")));
    }

    private static void Direct(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        if (string.IsNullOrEmpty(options.OtlpEndpoint)) return;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.OtlpEndpoint.TrimEnd('/')}/{signal}");
    }
}
