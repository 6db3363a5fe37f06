namespace LiveWorkflows.Artifacts;

/// <summary>Immutable files that belong to a job, named by the digest of their content.</summary>
/// <remarks>Thread-safe. What <see cref="PutAsync"/> returned is durable; a reader never sees half a file.</remarks>
public interface IArtifactStore
{
    /// <summary>Stores the stream's content and returns its name. Storing the same content twice for a job is one artifact.</summary>
    /// <exception cref="ArtifactStoreUnavailableException">Nothing was stored: the storage is full or out of reach.</exception>
    ValueTask<Artifact> PutAsync(string jobId, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens an artifact for reading, or null when the job has none of this digest.</summary>
    ValueTask<Stream?> OpenAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default);

    /// <summary>All artifacts of a job, in no particular order.</summary>
    IAsyncEnumerable<Artifact> ListAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Deletes one artifact. Deleting what is not there does nothing.</summary>
    ValueTask DeleteAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default);

    /// <summary>Deletes every artifact of a job. Deleting what is not there does nothing.</summary>
    ValueTask DeleteAllAsync(string jobId, CancellationToken cancellationToken = default);
}
