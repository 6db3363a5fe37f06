using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Reports;

/// <summary>Runs of known length, on a clock that only moves when it is told to.</summary>
internal sealed class ReportedRuns : IAsyncDisposable
{
    private readonly WorkflowTracker _tracker;

    public ReportedRuns()
    {
        Reports = new WorkflowReports(Log, Records, timeProvider: Time);
        _tracker = new WorkflowTracker(Log, observers: [Reports.Observer], timeProvider: Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public InMemoryEventLog Log { get; } = new();

    public InMemoryRecordStore Records { get; } = new();

    public WorkflowReports Reports { get; }

    public async Task RunAsync(int milliseconds, WorkflowStatus end, string type = "import", string? id = null, Action<Workflow>? during = null)
    {
        await using var workflow = _tracker.Start("a run", new WorkflowOptions { Type = type, Id = id });
        during?.Invoke(workflow);
        Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        if (end == WorkflowStatus.Completed) workflow.Complete();
        else if (end == WorkflowStatus.Failed) workflow.Fail(new TimeoutException());
        else if (end == WorkflowStatus.Cancelled) workflow.Cancel();
    }

    public Workflow Start(string type) => _tracker.Start("a run", new WorkflowOptions { Type = type });

    public ValueTask DeleteAsync(string workflowId) => _tracker.DeleteAsync(workflowId);

    public async Task<WorkflowEvent> LastEventAsync(string workflowId)
    {
        var last = await Log.ReadAsync(workflowId).LastAsync();
        return WorkflowEventSerializer.Deserialize(last);
    }

    /// <summary>Waits until the reports have been told everything.</summary>
    public async Task SettleAsync()
    {
        await _tracker.DisposeAsync();
        await Reports.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await SettleAsync();
}
