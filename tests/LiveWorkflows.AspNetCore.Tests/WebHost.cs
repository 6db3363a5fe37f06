using LiveWorkflows.EventLog;
using LiveWorkflows.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.AspNetCore.Tests;

/// <summary>A real Kestrel on a free loopback port, on storage in memory.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _application;

    private WebHost(WebApplication application)
    {
        _application = application;
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()), Timeout = Patience };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public WorkflowTracker Tracker => _application.Services.GetRequiredService<WorkflowTracker>();

    public IEventLog Log => _application.Services.GetRequiredService<IEventLog>();

    public IRecordStore Records => _application.Services.GetRequiredService<IRecordStore>();

    public T Get<T>() where T : notnull => _application.Services.GetRequiredService<T>();

    public static async Task<WebHost> StartAsync(
        Action<LiveWorkflowsEndpointOptions>? configure = null, TimeProvider? time = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null,
        bool usesOwnStorage = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (time is not null) builder.Services.AddSingleton(time);
        services?.Invoke(builder.Services);
        if (usesOwnStorage) builder.Services.AddLiveWorkflowsInMemory();
        builder.Services.AddLiveWorkflows();
        builder.Services.AddLiveWorkflowsEndpoints(options =>
        {
            options.MaxStreamsPerClient = 0;
            configure?.Invoke(options);
        });
        var application = builder.Build();
        application.MapLiveWorkflows();
        map?.Invoke(application);
        await application.StartAsync();
        return new WebHost(application);
    }

    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
