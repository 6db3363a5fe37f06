using LiveWorkflows.Conformance.Jobs;
using LiveWorkflows.Jobs;

namespace LiveWorkflows.Tests.Jobs;

public sealed class InMemoryJobQueueTests : JobQueueConformance
{
    protected override ValueTask<IJobQueue> Create() => ValueTask.FromResult<IJobQueue>(new InMemoryJobQueue(Time, Options));
}
