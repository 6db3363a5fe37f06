using LiveWorkflows.Conformance.Jobs;
using LiveWorkflows.Jobs;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class SqliteJobQueueConformanceTests : JobQueueConformance
{
    private readonly OpenStorage _storage = new();

    protected override bool IsDurable => true;

    protected override ValueTask<IJobQueue> Create() => ValueTask.FromResult<IJobQueue>(Open(_storage.Database));

    protected override ValueTask<IJobQueue> Reopen() => ValueTask.FromResult<IJobQueue>(Open(_storage.Reopen()));

    protected override ValueTask Close()
    {
        _storage.Dispose();
        return ValueTask.CompletedTask;
    }

    private SqliteJobQueue Open(SqliteDatabase database) => new(database, Time, Options);
}
