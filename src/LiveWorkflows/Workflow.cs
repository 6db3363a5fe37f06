using System.Text.Json;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using LiveWorkflows.Logging;
using LiveWorkflows.Metrics;
using LiveWorkflows.Tracking;

namespace LiveWorkflows;

/// <summary>One tracked run: phases, steps, measurements and one end. Made by <see cref="WorkflowTracker"/>.</summary>
/// <remarks>
/// Thread-safe. Tracking calls cost the caller a clock reading and a short lock; they do no I/O, never throw for what the workflow's state is,
/// and after the end they do nothing. Disposing a workflow that was not ended ends it as abandoned.
/// </remarks>
public sealed partial class Workflow : IAsyncDisposable
{
    private readonly WorkflowTracker _tracker;
    private readonly EventBuffer _buffer;
    private readonly MetricSet _metrics;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly bool _trackPerformance;
    private int _phases;

    internal Workflow(WorkflowTracker tracker, WorkflowIdentity identity, bool trackPerformance, WorkflowState state, long epoch, IReadOnlyList<PlannedPhase> plan)
    {
        _tracker = tracker;
        Identity = identity;
        _trackPerformance = trackPerformance;
        _buffer = new EventBuffer(tracker.Backlog, tracker.Pump);
        _metrics = new MetricSet(tracker.Time);
        Cancellation = _cancellation.Token;
        Recorder = new WorkflowRecorder(this, state, _buffer, _metrics, tracker.Time, epoch, plan);
    }

    /// <summary>The workflow's id.</summary>
    public string Id => Identity.Id;

    /// <summary>The workflow's name.</summary>
    public string Name => Identity.Name;

    /// <summary>The workflow's type.</summary>
    public string Type => Identity.Type;

    /// <summary>Cancelled when somebody asks the workflow to stop, or when another worker has taken it over.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Whether another worker has taken the workflow over, or it was deleted: what is said of it here is no longer taken.</summary>
    public bool IsLost => Recorder.IsLost;

    internal WorkflowIdentity Identity { get; }

    internal WorkflowRecorder Recorder { get; }

    internal WorkflowTracker Tracker => _tracker;

    /// <summary>Begins a phase; the open one is completed first.</summary>
    public PhaseScope BeginPhase(WorkflowPhase phase, int? expectedSteps = null)
    {
        var index = Interlocked.Increment(ref _phases);
        var span = Span is null ? null : StartPhaseSpan(phase.Name);
        Append(SlotKind.PhaseStarted, index, expectedSteps ?? -1, double.NaN, phase.Name, span);
        return new PhaseScope(this, phase, index) { Span = span };
    }

    /// <summary>Runs a phase: completed when <paramref name="body"/> returns, failed or cancelled when it throws.</summary>
    public async Task RunPhaseAsync(
        WorkflowPhase phase, Func<PhaseScope, CancellationToken, Task> body, int? expectedSteps = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var scope = BeginPhase(phase, expectedSteps);
        AmbientWorkflow.Enter(this, scope.Span);
        try
        {
            await body(scope, cancellationToken).ConfigureAwait(false);
            scope.Complete();
        }
        catch (Exception exception)
        {
            scope.End(exception is OperationCanceledException ? StepStatus.Cancelled : StepStatus.Failed);
            throw;
        }
    }

    /// <summary>Begins a step of the open phase.</summary>
    public StepScope BeginStep(string name) => BeginStep(name, -1);

    /// <summary>Begins a step of the open phase that another program reports under a name of its own, which the log keeps for the time after a restart.</summary>
    public StepScope BeginStep(string name, string clientStepId) => BeginStep(name, -1, clientStepId: clientStepId);

    /// <summary>Runs a step, as often as the policy allows: completed when <paramref name="body"/> returns, failed or cancelled when it throws for good.</summary>
    /// <remarks>The exception of the last attempt is thrown on. A step that an earlier worker finished is not run again.</remarks>
    public Task RunStepAsync(
        string name, Func<StepScope, CancellationToken, Task> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        RunStepAsync(BeginStep(name), body, retry, cancellationToken);

    /// <summary>Runs a step and gives what it returns; see <see cref="RunStepAsync(string, Func{StepScope, CancellationToken, Task}, RetryPolicy?, CancellationToken)"/>.</summary>
    /// <remarks>
    /// The result is not kept: in a workflow that is resumed, a step that an earlier worker finished is run again for its result, without being told again.
    /// A step that is too dear for that leaves an artifact (<see cref="StepScope.Complete"/>) and reads it when <see cref="StepScope.IsAlreadyCompleted"/>.
    /// </remarks>
    public Task<TResult> RunStepAsync<TResult>(
        string name, Func<StepScope, CancellationToken, Task<TResult>> body, RetryPolicy? retry = null, CancellationToken cancellationToken = default) =>
        RunStepAsync(BeginStep(name), body, retry, cancellationToken);

    /// <summary>Starts a timer.</summary>
    public TimerScope StartTimer(string name) => new(name, _tracker.Time, _trackPerformance ? _metrics.Timer(name) : null);

    /// <summary>Adds a duration that was measured elsewhere to the timer of a name; a negative one is ignored.</summary>
    public void RecordTimer(string name, TimeSpan elapsed)
    {
        if (_trackPerformance && elapsed >= TimeSpan.Zero) _metrics.Timer(name).Add(elapsed);
    }

    /// <summary>The counter of a name; keep the handle where it is used often.</summary>
    /// <remarks>A workflow tells of at most 1,000 different counters, gauges, rates and timers: names are for kinds of things, not for things.</remarks>
    public Counter Counter(string name, string? unit = null) => _trackPerformance ? _metrics.Counter(name, unit) : new Counter(name, unit);

    /// <summary>The gauge of a name; keep the handle where it is used often.</summary>
    public Gauge Gauge(string name, string? unit = null) => _trackPerformance ? _metrics.Gauge(name, unit) : new Gauge(name, unit);

    /// <summary>The rate of a name; keep the handle where it is used often.</summary>
    public Rate Rate(string name, string? unit = null) => _trackPerformance ? _metrics.Rate(name, unit) : new Rate(name, unit, _tracker.Time);

    /// <summary>Reports an error, with advice from the error catalogue. The workflow goes on.</summary>
    /// <param name="message">What went wrong, in a sentence; no private text.</param>
    /// <param name="exception">The exception, where there is one.</param>
    /// <param name="step">The step it happened in; the open one when null.</param>
    /// <param name="isCritical">Whether the workflow cannot go on.</param>
    public void ReportError(string message, Exception? exception = null, StepScope? step = null, bool isCritical = false)
    {
        var error = exception is null ? ErrorCatalogue.Unknown(message) : Describe(exception);
        Append(SlotKind.Error, isCritical ? 1 : 0, step?.Index ?? -1, double.NaN, message, error);
    }

    /// <summary>Reports an error that is already described. The workflow goes on.</summary>
    public void ReportError(WorkflowError error, StepScope? step = null, bool isCritical = false)
    {
        ArgumentNullException.ThrowIfNull(error);
        Append(SlotKind.Error, isCritical ? 1 : 0, step?.Index ?? -1, double.NaN, null, error);
    }

    /// <summary>Says that something is not as it should be; the work goes on.</summary>
    public void ReportWarning(string code, string message, StepScope? step = null) =>
        Append(SlotKind.Warning, 0, step?.Index ?? -1, double.NaN, message, code);

    /// <summary>Says how sure a result is.</summary>
    /// <param name="value">0 to 1; what is not a number is ignored.</param>
    /// <param name="scope">What it speaks of: a step's path, a phase's name, or the whole workflow when null.</param>
    /// <param name="method">How it was found.</param>
    /// <param name="n">How many values it rests on.</param>
    public void ReportConfidence(double value, string? scope = null, string? method = null, int? n = null)
    {
        if (!double.IsNaN(value)) Append(SlotKind.Confidence, n ?? -1, 0, Math.Clamp(value, 0, 1), scope ?? "workflow", method);
    }

    /// <summary>Writes a line of log that goes with the workflow; thinned when the log cannot keep up.</summary>
    public void Log(string level, string message, IReadOnlyDictionary<string, string>? fields = null, StepScope? step = null)
    {
        if (!IsLogFull()) Append(SlotKind.Log, 0, step?.Index ?? -1, double.NaN, message, new LogLine(level, fields));
    }

    /// <summary>Makes what plain loggers write from here on lines of this workflow's log, until the returned object is disposed.</summary>
    /// <remarks>Needs <c>logging.AddWorkflowCapture()</c>. Whatever is run by <c>RunAsync</c>, <c>RunPhaseAsync</c> or <c>RunStepAsync</c> is captured without it.</remarks>
    public IDisposable Capture() => AmbientWorkflow.Push(this);

    /// <summary>Publishes an event of a kind of your own.</summary>
    /// <param name="kind">Its name on the wire: lower-case letters, digits and underscores, none of the library's own.</param>
    /// <param name="fields">Its fields: a JSON object, without the names that every event has.</param>
    /// <exception cref="ArgumentException">The kind or the fields are not as they must be.</exception>
    public void Publish(string kind, JsonElement fields)
    {
        CustomEventRules.Check(kind, fields);
        Append(SlotKind.Custom, 0, 0, double.NaN, kind, fields.Clone());
    }

    /// <summary>Calls <paramref name="handler"/> for every event of a kind, after it was stored, in order, until the returned object is disposed.</summary>
    /// <remarks>A handler runs apart from the workflow: what it throws is logged, how long it takes delays only later handlers.</remarks>
    public IDisposable On<TEvent>(Action<TEvent> handler) where TEvent : WorkflowEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Hooks.Add(static workflowEvent => workflowEvent is TEvent, workflowEvent =>
        {
            handler((TEvent)workflowEvent);
            return ValueTask.CompletedTask;
        });
    }

    /// <inheritdoc cref="On{TEvent}(Action{TEvent})"/>
    public IDisposable On<TEvent>(Func<TEvent, Task> handler) where TEvent : WorkflowEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Hooks.Add(static workflowEvent => workflowEvent is TEvent, workflowEvent => new ValueTask(handler((TEvent)workflowEvent)));
    }

    /// <summary>What has happened so far, what is still on its way to the log included.</summary>
    public WorkflowSummary GetSummary() => Recorder.GetSummary();

    /// <summary>Ends the workflow well, and first whatever is open. Only the first end counts.</summary>
    public void Complete() => End(SlotKind.Completed, null, null);

    /// <summary>Ends the workflow well, with a result in JSON.</summary>
    public void Complete(JsonElement result) => End(SlotKind.Completed, null, result.ValueKind == JsonValueKind.Undefined ? null : result.Clone());

    /// <summary>Ends the workflow as failed.</summary>
    public void Fail(Exception exception) => End(SlotKind.Failed, null, Describe(exception));

    /// <summary>Ends the workflow as failed, with an error that is already described.</summary>
    public void Fail(WorkflowError error) => End(SlotKind.Failed, null, error);

    /// <summary>Ends the workflow as stopped.</summary>
    public void Cancel(string? reason = null) => End(SlotKind.Cancelled, reason, null);

    /// <summary>Asks the workflow to stop by cancelling <see cref="Cancellation"/>; the one who runs it ends it.</summary>
    public void RequestCancellation()
    {
        try
        {
            // Asynchronously: what others registered on the token runs on a thread of its own, never on the pump's.
            _ = _cancellation.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already; asking it to stop never fails for the one who asks.
        }
    }

    /// <summary>Completes when everything said so far is stored.</summary>
    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => _tracker.FlushAsync(this, cancellationToken);

    /// <summary>Ends the workflow as abandoned if it was not ended, waits until its end is stored and, for a bounded time, for its hooks.</summary>
    public async ValueTask DisposeAsync()
    {
        End(SlotKind.Failed, "abandoned", ErrorCatalogue.Abandoned);
        await _tracker.ReleaseAsync(this).ConfigureAwait(false);
        _cancellation.Dispose();
    }
}
