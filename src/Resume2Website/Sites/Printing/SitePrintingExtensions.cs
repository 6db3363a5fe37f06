using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Resume2Website.Sites.Printing;

/// <summary>Registers the printing of sites.</summary>
public static class SitePrintingExtensions
{
    /// <summary>Adds the <see cref="ISitePrinter"/> that prints with the system's Chromium, one site at a time.</summary>
    public static IServiceCollection AddSitePrinting(this IServiceCollection services, Action<SitePrinterOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SitePrinterOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(options => options.TimeLimit > TimeSpan.Zero, "SitePrinterOptions.TimeLimit must be above 0.")
            .Validate(options => options.MaxWaiting >= 0, "SitePrinterOptions.MaxWaiting must not be negative.");
        services.TryAddSingleton<ISitePrinter>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SitePrinterOptions>>().Value;
            return new QueuedSitePrinter(new ChromiumSitePrinter(options, provider.GetRequiredService<TimeProvider>()), options.MaxWaiting);
        });
        return services;
    }
}
