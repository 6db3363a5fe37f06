using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Progress;
using LiveWorkflows.Records;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Progress;

/// <summary>A program that runs one type of workflow again and again, in fake time; it can be started anew on the same records.</summary>
internal sealed class ProgressRuns : IAsyncDisposable
{
    private const string Mark = "mark";
    private readonly InMemoryEventLog _log = new();

    public ProgressRuns(IRecordStore? records = null)
    {
        Records = records ?? new InMemoryRecordStore();
        History = new DurationHistory(Records, Time);
        Tracker = new WorkflowTracker(_log, timeProvider: Time, history: History);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public IRecordStore Records { get; }

    public DurationHistory History { get; }

    public WorkflowTracker Tracker { get; }

    /// <summary>A run of one phase whose steps take so many seconds, one after the other.</summary>
    public async Task<string> RunAsync(params (string Step, double Seconds)[] steps)
    {
        var workflow = await StartAsync();
        foreach (var (name, seconds) in steps)
        {
            var step = workflow.BeginStep(name);
            await PassAsync(workflow, seconds);
            step.Complete();
        }

        workflow.Complete();
        await workflow.DisposeAsync();
        return workflow.Id;
    }

    public async Task<Workflow> StartAsync(string type = "import", params PlannedPhase[] plan)
    {
        await History.LoadAsync();
        var workflow = Tracker.Start(type, new WorkflowOptions { Phases = plan.Length == 0 ? null : plan });
        workflow.BeginPhase(WorkflowPhase.Processing);
        return workflow;
    }

    /// <summary>Lets time pass, so that what is open has taken that long.</summary>
    public async Task PassAsync(Workflow workflow, double seconds)
    {
        await workflow.FlushAsync();
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await workflow.FlushAsync();
    }

    /// <summary>What is told of the workflow's progress at this moment.</summary>
    public async Task<Progressed> ProgressAsync(Workflow workflow)
    {
        // The pump may just have told what was before: only what comes behind the mark is of this moment.
        workflow.Log("information", Mark);
        await workflow.FlushAsync();
        while (true)
        {
            Time.Advance(TimeSpan.FromSeconds(0.1));
            workflow.ProgressChanged();
            workflow.Log("information", "something to store");
            await workflow.FlushAsync();
            var events = await EventsAsync(workflow.Id);
            var mark = events.OfType<Logged>().Last(line => line.Message == Mark).Seq;
            if (events.OfType<Progressed>().LastOrDefault(progress => progress.Seq > mark) is { } told) return told;
        }
    }

    public async Task<IReadOnlyList<WorkflowEvent>> EventsAsync(string workflowId)
    {
        var events = new List<WorkflowEvent>();
        await foreach (var stored in _log.ReadAsync(workflowId)) events.Add(WorkflowEventSerializer.Deserialize(stored));
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await Tracker.DisposeAsync();
        await History.DisposeAsync();
    }
}
