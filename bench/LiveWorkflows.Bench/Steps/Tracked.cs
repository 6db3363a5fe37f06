using LiveWorkflows.Bench.Streams;
using LiveWorkflows.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Bench.Steps;

/// <summary>A tracker with all that goes with it in earnest: SQLite, rolling log files, a web server, and one client that watches the workflow.</summary>
internal sealed class Tracked : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("liveworkflows-bench-").FullName;
    private readonly WebApplication _application;
    private StreamClient? _client;

    private Tracked(bool withSqlite)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (withSqlite) builder.Services.AddLiveWorkflowsSqlite(options => options.DataDirectory = Path.Combine(_folder, "data"));
        else builder.Services.AddLiveWorkflowsInMemory();
        builder.Services.AddLiveWorkflows();
        builder.Services.AddWorkflowLogFiles(options => options.Directory = Path.Combine(_folder, "logs"));
        builder.Services.AddLiveWorkflowsEndpoints(options => options.MaxStreamsPerClient = 0);
        _application = builder.Build();
        _application.MapLiveWorkflows();
    }

    public WorkflowTracker Tracker => _application.Services.GetRequiredService<WorkflowTracker>();

    /// <summary>Events that the client has got.</summary>
    public long Received => _client?.Events ?? 0;

    public static async Task<Tracked> StartAsync(bool withSqlite = true)
    {
        var tracked = new Tracked(withSqlite);
        await tracked._application.StartAsync();
        return tracked;
    }

    /// <summary>Connects the client to a workflow; the one before is disconnected.</summary>
    public async Task WatchAsync(Workflow workflow)
    {
        _client?.Close();
        await workflow.FlushAsync();
        _client = new StreamClient();
        await _client.OpenAsync(new Uri($"{_application.Urls.Single()}/api/v1/sse/workflows/{workflow.Id}"));
        while (Tracker.Statistics.Subscribers == 0) await Task.Delay(5);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Close();
        await _application.StopAsync();
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
