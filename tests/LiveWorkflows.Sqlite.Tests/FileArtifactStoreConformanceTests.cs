using LiveWorkflows.Artifacts;
using LiveWorkflows.Conformance.Artifacts;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class FileArtifactStoreConformanceTests : ArtifactStoreConformance
{
    private readonly OpenStorage _storage = new();

    protected override bool IsDurable => true;

    protected override ValueTask<IArtifactStore> Create() => ValueTask.FromResult<IArtifactStore>(Open(_storage.Database));

    protected override ValueTask<IArtifactStore> Reopen() => ValueTask.FromResult<IArtifactStore>(Open(_storage.Reopen()));

    protected override ValueTask Close()
    {
        _storage.Dispose();
        return ValueTask.CompletedTask;
    }

    private static FileArtifactStore Open(SqliteDatabase database) => new(database.ArtifactsPath);
}
