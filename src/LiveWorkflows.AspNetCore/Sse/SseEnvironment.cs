using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>What every stream of the application shares.</summary>
internal sealed class SseEnvironment : IDisposable
{
    private readonly CancellationTokenRegistration _stopping;

    public SseEnvironment(IOptions<LiveWorkflowsEndpointOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        (Options, Time, Stopping) = (options.Value, time, lifetime.ApplicationStopping);
        KeepAlive = new KeepAliveWheel(Options.KeepAliveInterval, time);
        _stopping = Stopping.UnsafeRegister(static wheel => ((KeepAliveWheel)wheel!).EndAll(), KeepAlive);
    }

    public LiveWorkflowsEndpointOptions Options { get; }

    public TimeProvider Time { get; }

    /// <summary>The clock of the keep-alive comments, which knows every open stream.</summary>
    public KeepAliveWheel KeepAlive { get; }

    /// <summary>Cancelled when the server begins to shut down.</summary>
    public CancellationToken Stopping { get; }

    public void Dispose()
    {
        _stopping.Dispose();
        KeepAlive.Dispose();
    }
}
