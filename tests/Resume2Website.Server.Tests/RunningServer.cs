using System.Net;
using LiveWorkflows.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Tests;

/// <summary>The whole server in this process: Kestrel on a free loopback port, SQLite in a directory of its own, real reader processes.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryDirectory _data = new();
    private WebApplication? _app;

    /// <summary>Arguments of the command line beside address and data directory.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Changes services before the server is built.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    public CapturedLogs Logs { get; } = new();

    public Uri Address => new(_app!.Urls.Single());

    public T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _app = ServerHost.Build(
            ["--urls", "http://127.0.0.1:0", "--Resume2Website:DataDirectory", _data.Path, .. Settings],
            services =>
            {
                services.AddSingleton<ILoggerProvider>(Logs);

                // All tests at this machine are one client, and what one leaves open is not another's.
                services.Configure<LiveWorkflowsEndpointOptions>(streams => streams.MaxStreamsPerClient = 0);
                Configure?.Invoke(services);
            });
        await _app.StartAsync();
    }

    /// <summary>A visitor: a client with cookies of its own.</summary>
    public HttpClient NewVisitor() => NewClient(new CookieContainer());

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _data.Dispose();
    }

    private HttpClient NewClient(CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = Patience };
}
