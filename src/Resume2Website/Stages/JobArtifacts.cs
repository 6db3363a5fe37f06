using LiveWorkflows.Artifacts;

namespace Resume2Website.Stages;

/// <summary>The artifacts of one job, as bytes.</summary>
internal sealed class JobArtifacts(IArtifactStore store, string jobId)
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var artifact = await store.PutAsync(jobId, stream, cancellationToken).ConfigureAwait(false);
        return artifact.Digest.Value;
    }

    /// <exception cref="LiveWorkflows.Errors.WorkflowException">The job has no such artifact any more.</exception>
    public async Task<byte[]> GetAsync(string digest, CancellationToken cancellationToken)
    {
        var stream = ArtifactDigest.TryParse(digest, out var parsed) ? await store.OpenAsync(jobId, parsed, cancellationToken).ConfigureAwait(false) : null;
        if (stream is null) throw StageErrors.Gone();
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
    }

    public async Task DeleteAsync(string digest, CancellationToken cancellationToken)
    {
        if (ArtifactDigest.TryParse(digest, out var parsed)) await store.DeleteAsync(jobId, parsed, cancellationToken).ConfigureAwait(false);
    }
}
