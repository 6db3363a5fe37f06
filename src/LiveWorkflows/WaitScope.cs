namespace LiveWorkflows;

/// <summary>A wait of a step for something from outside, by <see cref="StepScope.Wait"/>. Disposing it says that the step is at work again.</summary>
public sealed class WaitScope : IDisposable
{
    private readonly StepScope _step;
    private int _ended;

    internal WaitScope(StepScope step) => _step = step;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) _step.EndWait();
    }
}
