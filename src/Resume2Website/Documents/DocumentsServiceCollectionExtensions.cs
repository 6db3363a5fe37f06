using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Resume2Website.Documents.Isolation;

namespace Resume2Website.Documents;

/// <summary>Adds the reading of documents.</summary>
public static class DocumentsServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IDocumentReader"/>, which reads in processes of its own. Needs <c>AddLogging()</c>.</summary>
    public static IServiceCollection AddDocumentReader(this IServiceCollection services, Action<ReaderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReaderOptions>, ReaderOptionsValidator>());
        services.AddOptions<ReaderOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddSingleton<ReaderProcessPool>();
        services.TryAddSingleton<IDocumentReader>(provider => provider.GetRequiredService<ReaderProcessPool>());
        return services;
    }
}
