namespace LiveWorkflows;

/// <summary>An open phase. Disposing it without <see cref="Complete"/> ends it as cancelled; beginning the next phase completes it.</summary>
public sealed class PhaseScope : IDisposable
{
    private readonly Workflow _workflow;
    private readonly int _index;
    private int _ended;

    internal PhaseScope(Workflow workflow, WorkflowPhase phase, int index) => (_workflow, Phase, _index) = (workflow, phase, index);

    /// <summary>Which phase it is.</summary>
    public WorkflowPhase Phase { get; }

    /// <summary>Begins a step of this phase.</summary>
    public StepScope BeginStep(string name) => _workflow.BeginStep(name);

    /// <summary>Runs a step of this phase; see <see cref="Workflow.RunStepAsync(string, Func{StepScope, CancellationToken, Task}, RetryPolicy?, CancellationToken)"/>.</summary>
    public Task RunStepAsync(
        string name, Func<StepScope, CancellationToken, Task> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        _workflow.RunStepAsync(name, body, retry, cancellationToken);

    /// <summary>Ends the phase well, and first whatever steps of it are open. Only the first ending counts.</summary>
    public void Complete() => End(StepStatus.Completed);

    /// <inheritdoc/>
    public void Dispose() => End(StepStatus.Cancelled);

    internal void End(StepStatus status)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) _workflow.EndPhase(_index, status);
    }
}
