using LiveWorkflows.Logging;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Writes what workflows say to files.</summary>
public static class LogFilesServiceCollectionExtensions
{
    /// <summary>Writes every stored event as one line of JSON to rolling files in the platform's log directory, named after the application.</summary>
    /// <remarks>
    /// The lines are those of the JSONL export, without tags and file names. It costs the workflow nothing but a copy on the pump's thread; a full disk or
    /// a directory that cannot be written is one warning, and the workflows go on.
    /// </remarks>
    public static IServiceCollection AddWorkflowLogFiles(this IServiceCollection services, Action<LogFileOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LogFileOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(options => options.MaxFileBytes >= 1024, "LogFileOptions.MaxFileBytes must be at least 1,024.")
            .Validate(options => options.RetainedFiles >= 1, "LogFileOptions.RetainedFiles must be at least 1.");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventSink, LogFileSink>());
        return services;
    }
}
