using LiveWorkflows.Artifacts;

namespace Resume2Website.Tests.Stages;

/// <summary>An artifact store under which the world may stop, before and after each change.</summary>
internal sealed class InterruptedArtifacts(IArtifactStore inner, Interruption interruption) : IArtifactStore
{
    public async ValueTask<Artifact> PutAsync(string jobId, Stream content, CancellationToken cancellationToken = default)
    {
        await interruption.PassAsync();
        var artifact = await inner.PutAsync(jobId, content, cancellationToken);
        await interruption.PassAsync();
        return artifact;
    }

    public ValueTask<Stream?> OpenAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default) => inner.OpenAsync(jobId, digest, cancellationToken);

    public IAsyncEnumerable<Artifact> ListAsync(string jobId, CancellationToken cancellationToken = default) => inner.ListAsync(jobId, cancellationToken);

    public async ValueTask DeleteAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default)
    {
        await interruption.PassAsync();
        await inner.DeleteAsync(jobId, digest, cancellationToken);
        await interruption.PassAsync();
    }

    public ValueTask DeleteAllAsync(string jobId, CancellationToken cancellationToken = default) => inner.DeleteAllAsync(jobId, cancellationToken);
}
