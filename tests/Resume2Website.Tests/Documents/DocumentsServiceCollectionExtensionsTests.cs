using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Resume2Website.Documents;

namespace Resume2Website.Tests.Documents;

public sealed class DocumentsServiceCollectionExtensionsTests
{
    [Fact]
    public async Task AddDocumentReader_Reader_IsThePool()
    {
        await using var services = Services().AddDocumentReader(options => options.Spares = 3).BuildServiceProvider();

        services.GetRequiredService<IDocumentReader>().Should().BeSameAs(services.GetRequiredService<ReaderProcessPool>());
        services.GetRequiredService<IOptions<ReaderOptions>>().Value.Spares.Should().Be(3);
    }

    [Fact]
    public async Task AddDocumentReader_ImpossibleOptions_NameTheKey()
    {
        await using var services = Services().AddDocumentReader(options => options.MaxReaders = 0).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<ReaderOptions>>();

        options.Invoking(o => o.Value).Should().Throw<OptionsValidationException>().WithMessage("*MaxReaders*");
    }

    private static IServiceCollection Services() => new ServiceCollection().AddSingleton<ILogger<ReaderProcessPool>>(NullLogger<ReaderProcessPool>.Instance);
}
