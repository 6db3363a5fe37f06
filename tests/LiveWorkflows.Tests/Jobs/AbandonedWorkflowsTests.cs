using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Tests.Jobs;

public sealed class AbandonedWorkflowsTests
{
    private readonly InMemoryEventLog _log = new();
    private readonly InMemoryRecordStore _records = new();

    [Fact]
    public async Task EndAsync_AfterACrash_EndsOnlyWhatNobodyGoesOnWith()
    {
        // The tracker of a process that died: never disposed.
        var died = new WorkflowTracker(_log);
        var left = await died.StartAsync("left open");
        var kept = await died.StartAsync("reported from outside");
        var queued = await died.QueueAsync("waits for a worker");
        var leased = (await died.ResumeAsync(await died.QueueAsync("was at work"), 1))!;
        var ended = await died.StartAsync("ended");
        ended.Complete();
        await ended.FlushAsync();

        await using var reports = new WorkflowReports(_log, _records);
        await using var tracker = new WorkflowTracker(_log);
        await using var live = await tracker.StartAsync("new");
        using var abandoned = new AbandonedWorkflows(
            tracker, reports, _log, [new Custodian(kept.Id)], Options.Create(new WorkflowTrackerOptions()), TimeProvider.System, NullLogger<AbandonedWorkflows>.Instance);
        await abandoned.EndAsync(CancellationToken.None);

        (await LastAsync(left.Id)).Should().BeOfType<WorkflowFailed>().Which.Status.Should().Be(WorkflowStatus.Abandoned);
        (await LastAsync(ended.Id)).Should().BeOfType<WorkflowCompleted>();
        foreach (var open in (string[])[kept.Id, queued, leased.Id, live.Id]) (await LastAsync(open)).IsTerminal.Should().BeFalse();
    }

    private async Task<WorkflowEvent> LastAsync(string workflowId)
    {
        WorkflowEvent? last = null;
        await foreach (var stored in _log.ReadAsync(workflowId)) last = WorkflowEventSerializer.Deserialize(stored);
        return last!;
    }

    private sealed class Custodian(string kept) : IWorkflowCustodian
    {
        public ValueTask<bool> KeepsAsync(string workflowId, CancellationToken cancellationToken) => ValueTask.FromResult(workflowId == kept);
    }
}
