using LiveWorkflows.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the worker that runs jobs.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>Adds the <see cref="JobRunner"/>. Handlers are services of type <see cref="IJobHandler"/>; a queue and a tracker must be registered.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services, Action<JobRunnerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new JobRunnerOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IHostedService, JobRunner>();
        return services;
    }
}
