using LiveWorkflows.AspNetCore.Sse;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.Bench.Streams;

/// <summary>Streams as LiveWorkflows makes them: one workflow, read by everybody. The event log is in memory, so that only the streams are measured.</summary>
/// <param name="isTuned">Whether the host has the settings for many streams that the documentation names.</param>
internal sealed class LiveServer(bool isTuned) : IStreamedServer
{
    private OpenStreams? _streams;
    private Workflow? _workflow;

    public int Streams => _streams!.Count;

    public void Register(WebApplicationBuilder builder)
    {
        builder.Services.AddLiveWorkflowsInMemory();
        builder.Services.AddLiveWorkflows(options =>
        {
            if (isTuned) options.PumpInterval = TimeSpan.FromMilliseconds(4);
        });
        builder.Services.AddLiveWorkflowsEndpoints(options => options.MaxStreamsPerClient = 0);
    }

    public async Task<string> MapAsync(WebApplication application)
    {
        application.MapLiveWorkflows();
        _streams = application.Services.GetRequiredService<OpenStreams>();
        _workflow = await application.Services.GetRequiredService<WorkflowTracker>().StartAsync("busy");
        return $"/api/v1/sse/workflows/{_workflow.Id}";
    }

    public ValueTask SayAsync(string message)
    {
        _workflow!.Log("information", message);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _workflow?.DisposeAsync() ?? ValueTask.CompletedTask;
}
