using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>The real server on a free port and a directory of its own; it can be stopped and started again like a machine that reboots.</summary>
internal sealed class JourneyServer(ReadingGate? gate = null, params IReadOnlyList<string> settings) : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("journey-");
    private WebApplication? app;

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public async Task StartAsync()
    {
        app = ServerHost.Build(
            ["--urls", Address.GetLeftPart(UriPartial.Authority), "--Resume2Website:DataDirectory", data.FullName, "--Resume2Website:Limits:Enabled", "false", .. settings],
            HoldReader);
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async Task StopAsync()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        data.Delete(recursive: true);
    }

    private void HoldReader(IServiceCollection services)
    {
        if (gate is null) return;
        var reader = services.Last(service => service.ServiceType == typeof(IDocumentReader));
        services.Remove(reader);
        services.AddSingleton<IDocumentReader>(provider => new GatedReader((IDocumentReader)reader.ImplementationFactory!(provider), gate));
    }
}
