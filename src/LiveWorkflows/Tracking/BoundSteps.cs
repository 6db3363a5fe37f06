namespace LiveWorkflows.Tracking;

/// <summary>Which step a call's index means: every open step, and those that ended lately, since what is said of a step may come just behind its end.</summary>
internal sealed class BoundSteps
{
    private const int Lately = 1_024;
    private readonly Dictionary<int, StepState> _steps = [];
    private readonly Queue<int> _ended = new();

    public StepState? this[int index] => index < 0 ? null : _steps.GetValueOrDefault(index);

    public void Bind(int index, StepState step)
    {
        _steps[index] = step;
        step.Index = index;
        if (!step.IsOpen) Ended(step);
    }

    public void Ended(StepState step)
    {
        if (step.Index < 0) return;
        _ended.Enqueue(step.Index);
        if (_ended.Count > Lately) _steps.Remove(_ended.Dequeue());
    }
}
