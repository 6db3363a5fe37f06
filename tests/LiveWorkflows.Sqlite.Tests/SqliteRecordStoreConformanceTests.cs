using LiveWorkflows.Conformance.Records;
using LiveWorkflows.Records;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class SqliteRecordStoreConformanceTests : RecordStoreConformance
{
    private readonly OpenStorage _storage = new();

    protected override bool IsDurable => true;

    protected override ValueTask<IRecordStore> Create() => ValueTask.FromResult<IRecordStore>(Open(_storage.Database));

    protected override ValueTask<IRecordStore> Reopen() => ValueTask.FromResult<IRecordStore>(Open(_storage.Reopen()));

    protected override ValueTask Close()
    {
        _storage.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SqliteRecordStore Open(SqliteDatabase database) => new(database);
}
