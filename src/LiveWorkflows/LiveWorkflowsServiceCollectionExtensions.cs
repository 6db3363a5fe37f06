using LiveWorkflows;
using LiveWorkflows.Alerts;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Hooks;
using LiveWorkflows.Jobs;
using LiveWorkflows.Progress;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the tracking of workflows.</summary>
public static class LiveWorkflowsServiceCollectionExtensions
{
    /// <summary>Registers <see cref="WorkflowTracker"/> and <see cref="WorkflowReports"/>; the storage contracts are registered apart.</summary>
    public static IServiceCollection AddLiveWorkflows(this IServiceCollection services, Action<WorkflowTrackerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IErrorCatalogue>(CreateCatalogue);
        services.AddOptions<WorkflowTrackerOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options.PumpInterval >= TimeSpan.FromMilliseconds(1) && options.PumpInterval <= TimeSpan.FromSeconds(1),
                "WorkflowTrackerOptions.PumpInterval must be 1 to 1,000 ms.")
            .Validate(options => options.AbandonedAfter >= TimeSpan.Zero, "WorkflowTrackerOptions.AbandonedAfter must not be below zero.")
            .Validate(options => options.MaxUnstoredBytes >= 1 << 20, "WorkflowTrackerOptions.MaxUnstoredBytes must be at least 1 MiB.");
        services.AddOptions<ReportsOptions>();
        services.AddWorkflowTelemetry();
        services.TryAddSingleton(provider => new WorkflowReports(
            Storage<IEventLog>(provider),
            Storage<IRecordStore>(provider),
            provider.GetRequiredService<IOptions<ReportsOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<WorkflowReports>>()));
        services.TryAddSingleton(provider => new DurationHistory(
            Storage<IRecordStore>(provider), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<DurationHistory>>()));
        services.TryAddSingleton(CreateTracker);
        services.AddHostedService<ReportsLoader>();
        services.AddHostedService<AbandonedWorkflows>();
        AddAlerts(services);
        services.AddHostedService<DurationHistoryLoader>();
        return services;
    }

    /// <summary>Adds mappings of exceptions to errors, beside the built-in ones and before them.</summary>
    public static IServiceCollection AddErrorMappings(this IServiceCollection services, Action<ErrorCatalogue> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddSingleton(new ErrorMappings(configure));
    }

    private static ErrorCatalogue CreateCatalogue(IServiceProvider provider)
    {
        var catalogue = new ErrorCatalogue();
        foreach (var mappings in provider.GetServices<ErrorMappings>()) mappings.AddTo(catalogue);
        return catalogue;
    }

    private static void AddAlerts(IServiceCollection services)
    {
        services.AddOptions<AlertOptions>().Validate(
            options => !options.Problems(nameof(AlertOptions)).Any(),
            "AlertOptions are not valid: AlertOptions.Problems tells what is wrong, key by key.");
        services.TryAddSingleton(provider => new AlertService(
            provider.GetRequiredService<WorkflowReports>(),
            Storage<IRecordStore>(provider),
            provider.GetRequiredService<IOptions<AlertOptions>>().Value,
            provider.GetServices<IAlertObserver>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<AlertService>>()));
        services.AddHostedService<AlertWatch>();
    }

    private static WorkflowTracker CreateTracker(IServiceProvider provider)
    {
        var reports = provider.GetRequiredService<WorkflowReports>();
        var tracker = new WorkflowTracker(
            Storage<IEventLog>(provider),
            provider.GetRequiredService<IOptions<WorkflowTrackerOptions>>().Value,
            [.. provider.GetServices<IWorkflowObserver>(), reports.Observer],
            provider.GetRequiredService<IErrorCatalogue>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<WorkflowTracker>>(),
            provider.GetRequiredService<DurationHistory>())
        {
            Sinks = [.. provider.GetServices<IEventSink>()],
        };
        reports.Statistics = () => tracker.Statistics;
        return tracker;
    }

    private static T Storage<T>(IServiceProvider provider) where T : class =>
        provider.GetService<T>() ?? throw new InvalidOperationException(
            $"No {typeof(T).Name} is registered for LiveWorkflows. Call AddLiveWorkflowsInMemory(), or register the storage of another technology.");
}
