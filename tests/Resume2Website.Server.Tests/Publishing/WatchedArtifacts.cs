using LiveWorkflows.Artifacts;
using Microsoft.Extensions.DependencyInjection;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>The server's own artifacts, with something happening in the moment before one is stored or opened.</summary>
internal sealed class WatchedArtifacts(IArtifactStore inner) : IArtifactStore
{
    /// <summary>Told whose artifact is about to be stored.</summary>
    public Func<string, Task> BeforePut { get; set; } = _ => Task.CompletedTask;

    public Func<Task> BeforeOpen { get; set; } = () => Task.CompletedTask;

    /// <summary>Puts it before the store that is registered.</summary>
    public static void Register(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IArtifactStore));
        services.AddSingleton<IArtifactStore>(provider => new WatchedArtifacts(
            (IArtifactStore)(real.ImplementationInstance ?? real.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!))));
    }

    public async ValueTask<Artifact> PutAsync(string jobId, Stream content, CancellationToken cancellationToken = default)
    {
        await BeforePut(jobId);
        return await inner.PutAsync(jobId, content, cancellationToken);
    }

    public async ValueTask<Stream?> OpenAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default)
    {
        await BeforeOpen();
        return await inner.OpenAsync(jobId, digest, cancellationToken);
    }

    public IAsyncEnumerable<Artifact> ListAsync(string jobId, CancellationToken cancellationToken = default) => inner.ListAsync(jobId, cancellationToken);

    public ValueTask DeleteAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default) => inner.DeleteAsync(jobId, digest, cancellationToken);

    public ValueTask DeleteAllAsync(string jobId, CancellationToken cancellationToken = default) => inner.DeleteAllAsync(jobId, cancellationToken);
}
