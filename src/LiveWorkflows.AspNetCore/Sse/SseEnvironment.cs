using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>What every stream of the application shares.</summary>
internal sealed class SseEnvironment(IOptions<LiveWorkflowsEndpointOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public LiveWorkflowsEndpointOptions Options { get; } = options.Value;

    public TimeProvider Time => time;

    /// <summary>Cancelled when the server begins to shut down.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;
}
