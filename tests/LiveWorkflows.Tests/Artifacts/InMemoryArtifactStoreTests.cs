using LiveWorkflows.Artifacts;
using LiveWorkflows.Conformance.Artifacts;

namespace LiveWorkflows.Tests.Artifacts;

public sealed class InMemoryArtifactStoreTests : ArtifactStoreConformance
{
    protected override ValueTask<IArtifactStore> Create() => ValueTask.FromResult<IArtifactStore>(new InMemoryArtifactStore());
}
