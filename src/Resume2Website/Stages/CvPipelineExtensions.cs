using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;

namespace Resume2Website.Stages;

/// <summary>Registers the pipeline.</summary>
public static class CvPipelineExtensions
{
    /// <summary>
    /// Adds the <see cref="CvPipeline"/>, the handler of its jobs, the reader and the extraction. A host adds the storage
    /// (<c>AddLiveWorkflowsInMemory()</c> or another), the templates (<c>AddSiteTemplates()</c>) and <c>AddLogging()</c>.
    /// </summary>
    public static IServiceCollection AddCvPipeline(this IServiceCollection services, Action<StagesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StagesOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(options => options.MaxUploadBytes > 0, "StagesOptions.MaxUploadBytes must be above 0.")
            .Validate(options => options.OriginalRetention >= TimeSpan.Zero, "StagesOptions.OriginalRetention must not be negative.")
            .ValidateOnStart();
        services.AddDocumentReader();
        services.AddResumeExtraction();
        services.TryAddSingleton<CvJobStore>();
        services.TryAddSingleton<OriginalRetention>();
        services.TryAddSingleton<SiteCheck>(_ => SiteGates.Check);
        services.TryAddSingleton(provider => new SiteBuilder(
            provider.GetRequiredService<ISiteRenderer>(), provider.GetRequiredService<SiteCheck>(), provider.GetRequiredService<IArtifactStore>()));
        services.TryAddSingleton<ValidationStage>();
        services.TryAddSingleton<ProcessingStage>();
        services.TryAddSingleton<GenerationStage>();
        services.TryAddSingleton<FinalizationStage>();
        services.TryAddSingleton(Create);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJobHandler, CvJobHandler>());
        return services;
    }

    private static CvPipeline Create(IServiceProvider services) => new(
        services.GetRequiredService<IEventLog>(),
        services.GetRequiredService<IArtifactStore>(),
        services.GetRequiredService<CvJobStore>(),
        services.GetRequiredService<OriginalRetention>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ValidationStage>(),
        services.GetRequiredService<ProcessingStage>(),
        services.GetRequiredService<GenerationStage>(),
        services.GetRequiredService<FinalizationStage>());
}
