using System.Diagnostics;

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

    /// <summary>The phase's span, where somebody traces.</summary>
    internal Activity? Span { get; init; }

    /// <summary>Begins a step of this phase.</summary>
    public StepScope BeginStep(string name) => _workflow.BeginStep(name);

    /// <summary>Runs a step of this phase; see <see cref="Workflow.RunStepAsync(string, Func{StepScope, CancellationToken, Task}, RetryPolicy?, CancellationToken)"/>.</summary>
    public Task RunStepAsync(
        string name, Func<StepScope, CancellationToken, Task> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        _workflow.RunStepAsync(name, body, retry, cancellationToken);

    /// <summary>Runs a step of this phase and gives what it returns; see <see cref="Workflow.RunStepAsync{TResult}(string, Func{StepScope, CancellationToken, Task{TResult}}, RetryPolicy?, CancellationToken)"/>.</summary>
    public Task<TResult> RunStepAsync<TResult>(
        string name, Func<StepScope, CancellationToken, Task<TResult>> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        _workflow.RunStepAsync(name, body, retry, cancellationToken);

    /// <summary>Says how sure the phase's result is; without it, it is as sure as its steps are on average.</summary>
    /// <param name="value">0 to 1.</param>
    /// <param name="method">How it was found.</param>
    /// <param name="n">How many values it rests on.</param>
    public void ReportConfidence(double value, string? method = null, int? n = null) => _workflow.ReportConfidence(value, Phase.Name, method, n);

    /// <summary>Ends the phase well, and first whatever steps of it are open. Only the first ending counts.</summary>
    public void Complete() => End(StepStatus.Completed);

    /// <inheritdoc/>
    public void Dispose() => End(StepStatus.Cancelled);

    internal void End(StepStatus status)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) _workflow.EndPhase(_index, status, Span);
    }
}
