using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Sites;

namespace Resume2Website.Templates;

/// <summary>Registers the templates.</summary>
public static class SiteTemplatesExtensions
{
    /// <summary>Adds the <see cref="ISiteRenderer"/> that knows every template of this assembly.</summary>
    public static IServiceCollection AddSiteTemplates(this IServiceCollection services) =>
        services.AddSingleton<ISiteRenderer, TemplateSiteRenderer>();
}
