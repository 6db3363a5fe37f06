using LiveWorkflows.AspNetCore;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.AspNetCore.Export;
using LiveWorkflows.AspNetCore.Reporting;
using LiveWorkflows.AspNetCore.Sse;
using LiveWorkflows.Hooks;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the streams and endpoints need.</summary>
public static class LiveWorkflowsEndpointsServiceCollectionExtensions
{
    /// <summary>Registers the services behind <c>MapLiveWorkflows</c>; call <c>AddLiveWorkflows</c> too.</summary>
    public static IServiceCollection AddLiveWorkflowsEndpoints(this IServiceCollection services, Action<LiveWorkflowsEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LiveWorkflowsEndpointOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(options => options.KeepAliveInterval > TimeSpan.Zero, "LiveWorkflowsEndpointOptions.KeepAliveInterval must be above zero.")
            .Validate(options => options.HeartbeatInterval > TimeSpan.Zero, "LiveWorkflowsEndpointOptions.HeartbeatInterval must be above zero.")
            .Validate(options => options.ReportingTimeout > TimeSpan.Zero, "LiveWorkflowsEndpointOptions.ReportingTimeout must be above zero.")
            .Validate(options => options.StalledReaderTimeout > TimeSpan.Zero, "LiveWorkflowsEndpointOptions.StalledReaderTimeout must be above zero.");
        services.TryAddSingleton<IWorkflowAccess, LoopbackAccess>();
        services.TryAddSingleton<OpenStreams>();
        services.TryAddSingleton<SseEnvironment>();
        services.TryAddSingleton<StartEndpoint>();
        services.TryAddSingleton<ImportEndpoint>();
        services.TryAddSingleton<ListEndpoint>();
        services.TryAddSingleton<SummaryEndpoint>();
        services.TryAddSingleton<LogsEndpoint>();
        services.TryAddSingleton<CancelEndpoint>();
        services.TryAddSingleton<MetricsEndpoint>();
        services.TryAddSingleton<AlertsEndpoint>();
        services.TryAddSingleton<ReportEndpoint>();
        services.TryAddSingleton<ExternalWorkflows>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkflowCustodian, ExternalWorkflows>(provider => provider.GetRequiredService<ExternalWorkflows>()));
        services.AddHostedService<ExternalExpiry>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkflowObserver, ExternalObserver>());
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
