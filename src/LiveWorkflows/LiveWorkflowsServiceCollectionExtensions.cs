using LiveWorkflows;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Hooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the tracking of workflows.</summary>
public static class LiveWorkflowsServiceCollectionExtensions
{
    /// <summary>Registers <see cref="WorkflowTracker"/>; the four storage contracts are registered apart.</summary>
    public static IServiceCollection AddLiveWorkflows(this IServiceCollection services, Action<WorkflowTrackerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IErrorCatalogue, ErrorCatalogue>();
        services.AddOptions<WorkflowTrackerOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options.PumpInterval >= TimeSpan.FromMilliseconds(1) && options.PumpInterval <= TimeSpan.FromSeconds(1),
                "WorkflowTrackerOptions.PumpInterval must be 1 to 1,000 ms.")
            .Validate(options => options.MaxUnstoredBytes >= 1 << 20, "WorkflowTrackerOptions.MaxUnstoredBytes must be at least 1 MiB.");
        services.TryAddSingleton(provider => new WorkflowTracker(
            provider.GetService<IEventLog>() ?? throw new InvalidOperationException(
                "No storage is registered for LiveWorkflows. Call AddLiveWorkflowsInMemory(), or register the storage of another technology."),
            provider.GetRequiredService<IOptions<WorkflowTrackerOptions>>().Value,
            provider.GetServices<IWorkflowObserver>(),
            provider.GetRequiredService<IErrorCatalogue>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<WorkflowTracker>>()));
        return services;
    }
}
