using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Tracking;

public sealed class ResumeTests
{
    [Fact]
    public async Task ResumeAsync_EarlierWorkerStoresMeanwhile_TakesOverAllTheSame()
    {
        var log = new InMemoryEventLog();
        await using var first = new WorkflowTracker(log);
        var id = await first.QueueAsync("import");
        var old = (await first.ResumeAsync(id, 1))!;
        var interfering = new InterferingEventLog(log, () =>
        {
            old.BeginStep("still alive").Complete();
            return old.FlushAsync();
        });

        await using var second = new WorkflowTracker(interfering);
        var resumed = await second.ResumeAsync(id, 2);

        resumed.Should().NotBeNull();
        await old.FlushAsync();
        old.IsLost.Should().BeFalse("it stored before it was fenced, and has said nothing since");
        old.BeginStep("in vain").Complete();
        await old.FlushAsync();
        old.IsLost.Should().BeTrue();
        resumed.Complete();
        await resumed.DisposeAsync();
        var events = new List<string>();
        await foreach (var stored in log.ReadAsync(id)) events.Add(stored.Type);
        events.Count(type => type == WorkflowResumed.Name).Should().Be(1);
        events.Should().EndWith(WorkflowCompleted.Name);
    }

    [Fact]
    public async Task ResumeAsync_LaterWorkerHasIt_IsNull()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        var id = await tracker.QueueAsync("import");
        await using var held = await tracker.ResumeAsync(id, 5);

        await using var other = new WorkflowTracker(log);
        (await other.ResumeAsync(id, 4)).Should().BeNull();
    }
}
