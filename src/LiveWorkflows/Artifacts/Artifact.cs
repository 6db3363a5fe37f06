namespace LiveWorkflows.Artifacts;

/// <summary>An immutable file of a job.</summary>
/// <param name="Digest">The name: SHA-256 of the content.</param>
/// <param name="Length">The length in bytes.</param>
public readonly record struct Artifact(ArtifactDigest Digest, long Length);
