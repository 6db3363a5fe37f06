namespace LiveWorkflows.Bench.Steps;

/// <summary>LiveWorkflows, to SQLite, a rolling log file and one client.</summary>
internal sealed class LiveWorkflowsTool(Tracked tracked) : IStepTool
{
    private Workflow? _workflow;

    public string Name => "LiveWorkflows (SQLite, log file, one client)";

    public async ValueTask BeginBurstAsync()
    {
        _workflow = tracked.Tracker.Start("burst");
        await tracked.WatchAsync(_workflow);
    }

    public object? Begin() => _workflow!.BeginStep("step");

    public void End(object? step) => ((StepScope)step!).Complete();

    public async ValueTask EndBurstAsync()
    {
        _workflow!.Complete();
        await _workflow.DisposeAsync();
    }

    public ValueTask DisposeAsync() => tracked.DisposeAsync();
}
