using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Resume2Website.Extraction.Learned;

namespace Resume2Website.Extraction;

/// <summary>Registers the extraction of résumés.</summary>
public static class ResumeExtractionExtensions
{
    /// <summary>Adds <see cref="IResumeExtractor"/>: the embedded engine, which works offline.</summary>
    public static IServiceCollection AddResumeExtraction(this IServiceCollection services)
    {
        services.TryAddSingleton<IResumeExtractor, LearnedExtractor>();
        return services;
    }
}
