using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the storage that lives as long as the process.</summary>
public static class InMemoryServiceCollectionExtensions
{
    /// <summary>Registers event log, job queue, artifacts and records in memory: nothing survives the process.</summary>
    public static IServiceCollection AddLiveWorkflowsInMemory(this IServiceCollection services, Action<JobQueueOptions>? configureQueue = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<JobQueueOptions>()
            .Configure(options => configureQueue?.Invoke(options))
            .Validate(options => options.MaxWaiting >= 1, "JobQueueOptions.MaxWaiting must be at least 1.");
        services.AddSingleton<IEventLog, InMemoryEventLog>();
        services.AddSingleton<IJobQueue>(provider => new InMemoryJobQueue(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<JobQueueOptions>>().Value));
        services.AddSingleton<IArtifactStore, InMemoryArtifactStore>();
        services.AddSingleton<IRecordStore, InMemoryRecordStore>();
        return services;
    }
}
