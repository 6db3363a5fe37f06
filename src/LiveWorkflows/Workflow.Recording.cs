using System.Diagnostics;
using LiveWorkflows.Errors;
using LiveWorkflows.Hooks;
using LiveWorkflows.Telemetry;
using LiveWorkflows.Tracking;

namespace LiveWorkflows;

/// <content>How scopes note what happens: the hot path.</content>
public sealed partial class Workflow
{
    private HookDispatcher? _hooks;
    private StepScope? _detached;
    private Activity? _phaseSpan;
    private bool _hasPhaseSpans;

    /// <summary>The workflow's span in this process; null while nobody traces, and then phases and steps have none either.</summary>
    internal Activity? Span { get; private set; }

    internal HookDispatcher Hooks
    {
        get
        {
            if (_hooks is { } hooks) return hooks;
            var made = new HookDispatcher(_tracker.Logger, _tracker.Time);
            return Interlocked.CompareExchange(ref _hooks, made, null) ?? made;
        }
    }

    internal HookDispatcher? HooksOrNull => Volatile.Read(ref _hooks);

    /// <summary>Whether a line of log would be one too many at present; then it is counted as dropped.</summary>
    internal bool IsLogFull()
    {
        if (!_tracker.Backlog.IsOver) return false;
        _tracker.Backlog.Drop();
        return true;
    }

    internal bool IsDetached => _tracker.IsDisabled;

    internal void Trace(Activity? span, bool isFirstStart) => (Span, _hasPhaseSpans) = (span, isFirstStart);

    internal WorkflowError Describe(Exception exception) => _tracker.Catalogue.Describe(exception);

    internal void ProgressChanged() => Recorder.ProgressChanged();

    internal void EndPhase(int index, StepStatus status, Activity? span)
    {
        if (span is not null) Interlocked.CompareExchange(ref _phaseSpan, null, span);
        Append(SlotKind.PhaseEnded, index, (int)status, double.NaN, null, null);
    }

    /// <summary>Takes nothing more: what unwinds when the program stops is no news of the workflow, which goes on at the next start.</summary>
    internal void Close() => _buffer.Close();

    /// <summary>Lets go of the workflow without ending it: another worker will go on.</summary>
    internal async ValueTask LeaveAsync()
    {
        await _tracker.ReleaseAsync(this).ConfigureAwait(false);
        _cancellation.Dispose();
    }

    /// <summary>The lease is another worker's now: nothing more is stored from here, and whoever runs is asked to stop.</summary>
    internal void Abdicate()
    {
        Recorder.MarkLost();
        _tracker.Forget(this);
    }

    internal StepScope BeginStep(string name, int parent, Activity? parentSpan = null, string? clientStepId = null)
    {
        if (IsDetached) return Detached(name);
        var begun = _tracker.Time.GetTimestamp();
        var scope = new StepScope(this, name);
        if (Span is { } span) scope.Span = WorkflowSpans.Start("step " + name, parentSpan ?? Volatile.Read(ref _phaseSpan) ?? span, _tracker.Time.GetUtcNow());
        var index = _buffer.AppendStep(new EventSlot
        {
            Kind = SlotKind.StepStarted, Timestamp = begun, Parent = parent, Number = double.NaN, Text = name, Payload = clientStepId is null ? scope : new KeyedStep(scope, clientStepId),
        });
        if (OverheadSampler.Takes(begun)) _tracker.Overhead.Add(begun);
        scope.Bind(index, Recorder.IsResumed && index >= 0 ? Recorder.BindStep(index) : null);
        return scope;
    }

    internal Task RunStepAsync(StepScope step, Func<StepScope, CancellationToken, Task> body, RetryPolicy? retry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return step.IsAlreadyCompleted
            ? Task.CompletedTask
            : StepRunner.RunAsync(this, step, async (running, token) =>
            {
                await body(running, token).ConfigureAwait(false);
                return true;
            }, retry ?? RetryPolicy.None, cancellationToken);
    }

    internal Task<TResult> RunStepAsync<TResult>(
        StepScope step, Func<StepScope, CancellationToken, Task<TResult>> body, RetryPolicy? retry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return StepRunner.RunAsync(this, step, body, retry ?? RetryPolicy.None, cancellationToken);
    }

    internal void Append(SlotKind kind, int index, int parent, double number, string? text, object? payload)
    {
        if (IsDetached) return;
        var begun = _tracker.Time.GetTimestamp();
        _buffer.Append(new EventSlot { Kind = kind, Timestamp = begun, Index = index, Parent = parent, Number = number, Text = text, Payload = payload });
        if (OverheadSampler.Takes(begun)) _tracker.Overhead.Add(begun);
    }

    /// <summary>A step of a workflow that is not tracked: it has ended before it began, so one serves all of its name.</summary>
    private StepScope Detached(string name)
    {
        if (_detached is { } known && ReferenceEquals(known.Name, name)) return known;
        var scope = new StepScope(this, name);
        scope.Bind(-1, null);
        return _detached = scope;
    }

    private Activity? StartPhaseSpan(string name)
    {
        // A phase that an earlier worker began is entered again without an event that could end a span.
        if (!_hasPhaseSpans) return null;
        var span = WorkflowSpans.Start("phase " + name, Span!, _tracker.Time.GetUtcNow());
        Volatile.Write(ref _phaseSpan, span);
        return span;
    }

    private void End(SlotKind kind, string? text, object? payload)
    {
        if (IsDetached) return;
        _buffer.Append(
            new EventSlot { Kind = kind, Timestamp = _tracker.Time.GetTimestamp(), Number = double.NaN, Text = text, Payload = payload }, closes: true);
    }
}
