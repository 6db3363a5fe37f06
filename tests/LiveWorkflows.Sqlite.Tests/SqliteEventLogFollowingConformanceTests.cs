using LiveWorkflows.Conformance.EventLog;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class SqliteEventLogFollowingConformanceTests : EventLogFollowingConformance
{
    private readonly OpenStorage _storage = new();

    protected override bool IsDurable => true;

    protected override ValueTask<IEventLog> Create() => ValueTask.FromResult<IEventLog>(new SqliteEventLog(_storage.Database));

    protected override ValueTask<IEventLog> Reopen() => ValueTask.FromResult<IEventLog>(new SqliteEventLog(_storage.Reopen()));

    protected override ValueTask Close()
    {
        _storage.Dispose();
        return ValueTask.CompletedTask;
    }
}
