using System.Runtime.CompilerServices;

namespace LiveWorkflows.Artifacts;

/// <summary>An artifact store that lives as long as the process: for tests, for command lines, for a first try.</summary>
public sealed class InMemoryArtifactStore : IArtifactStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<ArtifactDigest, byte[]>> _jobs = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Artifact> PutAsync(string jobId, Stream content, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        ArgumentNullException.ThrowIfNull(content);
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        var bytes = buffer.ToArray();
        var digest = ArtifactDigest.Of(bytes);
        lock (_gate)
        {
            if (!_jobs.TryGetValue(jobId, out var artifacts)) _jobs[jobId] = artifacts = [];
            artifacts.TryAdd(digest, bytes);
        }

        return new Artifact(digest, bytes.Length);
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var bytes = _jobs.GetValueOrDefault(jobId)?.GetValueOrDefault(digest);
            return ValueTask.FromResult<Stream?>(bytes is null ? null : new MemoryStream(bytes, writable: false));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Artifact> ListAsync(string jobId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        await Task.CompletedTask.ConfigureAwait(false);
        Artifact[] found;
        lock (_gate) found = [.. _jobs.GetValueOrDefault(jobId)?.Select(pair => new Artifact(pair.Key, pair.Value.Length)) ?? []];
        foreach (var artifact in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return artifact;
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) _jobs.GetValueOrDefault(jobId)?.Remove(digest);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAllAsync(string jobId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) _jobs.Remove(jobId);
        return ValueTask.CompletedTask;
    }
}
