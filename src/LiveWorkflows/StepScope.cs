using System.Diagnostics;
using LiveWorkflows.Errors;
using LiveWorkflows.Logging;
using LiveWorkflows.Tracking;

namespace LiveWorkflows;

/// <summary>
/// An open step. It ends once, by the first of <see cref="Complete"/>, <see cref="Fail(Exception)"/>, <see cref="Skip"/>, <see cref="Cancel"/>; disposing it
/// without one of them ends it as cancelled. Thread-safe; nothing here throws or waits.
/// </summary>
public sealed class StepScope : IProgress<double>, IDisposable
{
    private readonly Workflow _workflow;
    private int _ended;
    private float _fraction;

    internal StepScope(Workflow workflow, string name) => (_workflow, Name) = (workflow, name);

    /// <summary>The step's name.</summary>
    public string Name { get; }

    /// <summary>Whether an earlier worker has finished this step: go on with what it left, and do not do it again.</summary>
    public bool IsAlreadyCompleted => Known?.Status is StepStatus.Completed or StepStatus.Skipped;

    /// <summary>The digest of the file an earlier worker's finished step left.</summary>
    public string? Artifact => IsAlreadyCompleted ? Known!.Artifact : null;

    /// <summary>The step's span, where somebody traces.</summary>
    internal Activity? Span { get; set; }

    internal Workflow Workflow => _workflow;

    internal StepSummary? Known { get; private set; }

    internal double Fraction => Volatile.Read(ref _fraction);

    /// <summary>The step's number among the workflow's calls; -1 when the workflow had ended before.</summary>
    internal int Index { get; private set; } = -1;

    internal void Bind(int index, StepSummary? known)
    {
        (Index, Known) = (index, known);
        if (index < 0 || IsAlreadyCompleted) _ended = 1;
    }

    /// <summary>Says how far the step is, 0 to 1. A smaller value than before is ignored.</summary>
    public void Report(double value)
    {
        var fraction = (float)Math.Clamp(value, 0, 1);
        if (!(fraction > _fraction)) return;
        Volatile.Write(ref _fraction, fraction);
        _workflow.ProgressChanged();
    }

    /// <summary>Begins a step within this one.</summary>
    public StepScope BeginStep(string name) => _workflow.BeginStep(name, Index, Span);

    /// <summary>Makes what plain loggers write from here on lines of this step's log, until the returned object is disposed; see <see cref="Workflow.Capture"/>.</summary>
    public IDisposable Capture() => AmbientWorkflow.Push(this);

    /// <summary>Begins a step within this one that another program reports under a name of its own; see <see cref="Workflow.BeginStep(string, string)"/>.</summary>
    public StepScope BeginStep(string name, string clientStepId) => _workflow.BeginStep(name, Index, Span, clientStepId);

    /// <summary>Runs a step within this one; see <see cref="Workflow.RunStepAsync(string, Func{StepScope, CancellationToken, Task}, RetryPolicy?, CancellationToken)"/>.</summary>
    public Task RunStepAsync(
        string name, Func<StepScope, CancellationToken, Task> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        _workflow.RunStepAsync(BeginStep(name), body, retry, cancellationToken);

    /// <summary>Runs a step within this one and gives what it returns; see <see cref="Workflow.RunStepAsync{TResult}(string, Func{StepScope, CancellationToken, Task{TResult}}, RetryPolicy?, CancellationToken)"/>.</summary>
    public Task<TResult> RunStepAsync<TResult>(
        string name, Func<StepScope, CancellationToken, Task<TResult>> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        _workflow.RunStepAsync(BeginStep(name), body, retry, cancellationToken);

    /// <summary>Says that the step waits for something from outside, until the returned object is disposed or the step ends; the time is told apart from its work.</summary>
    /// <param name="reason">What it waits for, for people; no private text.</param>
    public WaitScope Wait(string? reason = null)
    {
        if (Volatile.Read(ref _ended) == 0) _workflow.Append(SlotKind.StepWaiting, Index, 0, double.NaN, reason, null);
        return new WaitScope(this);
    }

    /// <summary>Ends the step well.</summary>
    /// <param name="detail">What came of it, for people; no private text.</param>
    /// <param name="confidence">How sure the result is, 0 to 1.</param>
    /// <param name="artifact">The digest of the file it left; by it a later worker goes on without doing the step again.</param>
    public void Complete(string? detail = null, double? confidence = null, string? artifact = null) =>
        End(SlotKind.StepCompleted, detail, artifact, confidence ?? double.NaN);

    /// <summary>Ends the step as failed.</summary>
    public void Fail(Exception exception) => End(SlotKind.StepFailed, null, _workflow.Describe(exception), double.NaN);

    /// <summary>Ends the step as failed, with an error that is already described.</summary>
    public void Fail(WorkflowError error) => End(SlotKind.StepFailed, null, error, double.NaN);

    /// <summary>Ends the step as not needed.</summary>
    public void Skip(string? reason = null) => End(SlotKind.StepSkipped, reason, null, double.NaN);

    /// <summary>Ends the step as stopped.</summary>
    public void Cancel(string? reason = null) => End(SlotKind.StepCancelled, reason, null, double.NaN);

    /// <summary>Says that the step is tried again.</summary>
    /// <param name="exception">Why the attempt before failed.</param>
    /// <param name="delay">How long is waited before the next one.</param>
    public void Retry(Exception? exception = null, TimeSpan delay = default)
    {
        if (Volatile.Read(ref _ended) != 0) return;
        _workflow.Append(SlotKind.StepRetried, Index, 0, delay.TotalMilliseconds, null, exception is null ? null : _workflow.Describe(exception));
    }

    internal void EndWait()
    {
        if (Volatile.Read(ref _ended) == 0) _workflow.Append(SlotKind.StepResumed, Index, 0, double.NaN, null, null);
    }

    /// <inheritdoc/>
    public void Dispose() => End(SlotKind.StepCancelled, "abandoned", null, double.NaN);

    private void End(SlotKind kind, string? text, object? payload, double number)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) _workflow.Append(kind, Index, 0, number, text, payload);
    }
}
