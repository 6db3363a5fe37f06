using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LiveWorkflows.Bench.Steps;

/// <summary>An activity of OpenTelemetry for each step, through the batch processor to an exporter that lets everything go.</summary>
internal sealed class ActivityTool : IStepTool
{
    private static readonly ActivitySource Source = new("LiveWorkflows.Bench");
    private readonly TracerProvider _provider = Sdk.CreateTracerProviderBuilder()
        .AddSource(Source.Name)
        .SetSampler(new AlwaysOnSampler())
        .AddProcessor(new BatchActivityExportProcessor(new Nowhere(), maxQueueSize: 20_000, scheduledDelayMilliseconds: 50))
        .Build();

    public string Name => "OpenTelemetry activity, batch processor";

    public ValueTask BeginBurstAsync() => ValueTask.CompletedTask;

    public object? Begin() => Source.StartActivity("step");

    public void End(object? step) => ((Activity)step!).Dispose();

    public ValueTask EndBurstAsync()
    {
        _provider.ForceFlush();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _provider.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Nowhere : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch) => ExportResult.Success;
    }
}
