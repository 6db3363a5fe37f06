using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Tracking;

/// <summary>A tracker on a log in memory under a clock that stands still, with one workflow.</summary>
internal sealed class TrackedRun : IAsyncDisposable
{
    private readonly InMemoryEventLog _log = new();

    public TrackedRun()
    {
        Tracker = new WorkflowTracker(_log, timeProvider: Time);
        Workflow = Tracker.Start("import");
    }

    public FakeTimeProvider Time { get; } = new();

    public WorkflowTracker Tracker { get; }

    public Workflow Workflow { get; }

    public void Advance(double milliseconds) => Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Lets time pass, a second at a time, until a task that waits for it is done.</summary>
    public async Task AdvanceUntilDoneAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            Advance(1_000);
            await Task.Yield();
        }
    }

    /// <summary>Ends the workflow and gives all its events as the log has them.</summary>
    public async Task<IReadOnlyList<WorkflowEvent>> EndAsync()
    {
        Workflow.Complete();
        await Workflow.DisposeAsync();
        return await EventsAsync();
    }

    public async Task<IReadOnlyList<WorkflowEvent>> EventsAsync()
    {
        var events = new List<WorkflowEvent>();
        await foreach (var stored in _log.ReadAsync(Workflow.Id)) events.Add(WorkflowEventSerializer.Deserialize(stored));
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await Workflow.DisposeAsync();
        await Tracker.DisposeAsync();
    }
}
