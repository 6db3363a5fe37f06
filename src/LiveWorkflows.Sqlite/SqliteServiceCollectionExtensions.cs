using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using LiveWorkflows.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the embedded storage.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>Registers event log, job queue, artifacts and records in one data directory: a SQLite database, and artifacts as files.</summary>
    /// <remarks>The directory is opened when the first of the four is asked for, and is this process's alone until the services are disposed.</remarks>
    /// <exception cref="DataDirectoryInUseException">Thrown when the first of the four is asked for: another process uses the directory.</exception>
    public static IServiceCollection AddLiveWorkflowsSqlite(this IServiceCollection services, Action<SqliteOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SqliteOptions>()
            .Configure(configure)
            .Validate(options => !string.IsNullOrWhiteSpace(options.DataDirectory), "SqliteOptions.DataDirectory must name a directory.")
            .ValidateOnStart();
        services.AddOptions<JobQueueOptions>()
            .Validate(options => options.MaxWaiting >= 1, "JobQueueOptions.MaxWaiting must be at least 1.")
            .ValidateOnStart();
        services.AddSingleton(provider => new SqliteDatabase(provider.GetRequiredService<IOptions<SqliteOptions>>().Value.DataDirectory));
        services.AddSingleton<IEventLog, SqliteEventLog>();
        services.AddSingleton<IJobQueue>(provider => new SqliteJobQueue(
            provider.GetRequiredService<SqliteDatabase>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<JobQueueOptions>>().Value));
        services.AddSingleton<IArtifactStore>(provider => new FileArtifactStore(provider.GetRequiredService<SqliteDatabase>().ArtifactsPath));
        services.AddSingleton<IRecordStore, SqliteRecordStore>();
        return services;
    }
}
