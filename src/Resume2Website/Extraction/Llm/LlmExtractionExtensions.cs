using LiveWorkflows.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Resume2Website.Extraction.Llm;

/// <summary>Registers the reading by a language model.</summary>
public static class LlmExtractionExtensions
{
    /// <summary>Adds the <see cref="LlmEngine"/> where one is configured; it reads only CVs whose owner agreed. Everything else is left to the embedded engine. A host may add an <see cref="ILlmCallLimit"/>.</summary>
    /// <param name="services">The services; a host adds the storage and the pipeline too.</param>
    /// <param name="options">The settings, which have no <see cref="LlmOptions.Problems"/>.</param>
    public static IServiceCollection AddLlmExtraction(this IServiceCollection services, LlmOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.IsConfigured) return services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new LlmEngine(
            options, provider.GetRequiredService<IResumeExtractor>(), provider.GetRequiredService<IRecordStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILlmCallLimit>()));
        return services;
    }
}
