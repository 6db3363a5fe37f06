using LiveWorkflows.Conformance.EventLog;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.EventLog;

public sealed class InMemoryEventLogFollowingTests : EventLogFollowingConformance
{
    protected override ValueTask<IEventLog> Create() => ValueTask.FromResult<IEventLog>(new InMemoryEventLog());
}
