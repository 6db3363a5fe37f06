using LiveWorkflows.Telemetry;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shows workflows to OpenTelemetry.</summary>
public static class WorkflowTelemetryServiceCollectionExtensions
{
    /// <summary>Makes a span of every workflow, phase and step, and measures them; for whoever listens to the source and the meter "LiveWorkflows".</summary>
    /// <remarks>
    /// <c>AddLiveWorkflows</c> does it already; call it to change the options. What the code in <c>RunStepAsync</c> does nests under the step's span.
    /// While nobody listens it costs nothing that can be measured.
    /// </remarks>
    public static IServiceCollection AddWorkflowTelemetry(this IServiceCollection services, Action<WorkflowTelemetryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<WorkflowTelemetryOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(options => options.MaxSeries >= 1, "WorkflowTelemetryOptions.MaxSeries must be at least 1.");
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventSink, TelemetrySink>());
        return services;
    }
}
