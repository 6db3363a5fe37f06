namespace LiveWorkflows.Bench.Steps;

/// <summary>Nothing at all: what the measuring itself costs.</summary>
internal sealed class NoTool : IStepTool
{
    public string Name => "nothing (the measuring, subtracted from all others)";

    public ValueTask BeginBurstAsync() => ValueTask.CompletedTask;

    public object? Begin() => null;

    public void End(object? step)
    {
    }

    public ValueTask EndBurstAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
