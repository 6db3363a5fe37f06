using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Text.Json;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using LiveWorkflows.Live;
using LiveWorkflows.Progress;
using LiveWorkflows.Telemetry;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveWorkflows;

/// <summary>Tracks workflows: starts them, resumes them, stores what they say and shows it live.</summary>
/// <remarks>Thread-safe; one per process is enough. Dispose it to store what is pending.</remarks>
public sealed partial class WorkflowTracker : IAsyncDisposable
{
    private readonly IEventLog _log;
    private readonly EventPump _pump;
    private readonly IReadOnlyList<IWorkflowObserver> _observers;
    private readonly WorkflowTrackerOptions _options;
    private readonly bool _isTraced;

    /// <summary>Creates a tracker on an event log.</summary>
    /// <param name="log">Where events are stored.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <param name="observers">Who is told of every event.</param>
    /// <param name="catalogue">Describes exceptions; the built-in catalogue when null.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <param name="logger">Where the tracker's own troubles are logged.</param>
    /// <param name="history">The durations of earlier runs; without it progress rests on the run at hand alone. The caller disposes it, after the tracker.</param>
    public WorkflowTracker(
        IEventLog log,
        WorkflowTrackerOptions? options = null,
        IEnumerable<IWorkflowObserver>? observers = null,
        IErrorCatalogue? catalogue = null,
        TimeProvider? timeProvider = null,
        ILogger<WorkflowTracker>? logger = null,
        DurationHistory? history = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        _log = log;
        _options = options ?? new WorkflowTrackerOptions();
        Catalogue = catalogue ?? new ErrorCatalogue();
        Time = timeProvider ?? TimeProvider.System;
        Logger = logger ?? NullLogger<WorkflowTracker>.Instance;
        History = history;
        Backlog = new Backlog(Time, _options.MaxUnstoredBytes);
        Overhead = new OverheadSampler(Time);
        Hub = new LiveHub(log, Time);
        _observers = [.. observers ?? []];
        _pump = new EventPump(log, Hub, _observers, _options, Time, Logger);
    }

    /// <summary>A tracker that tracks nothing and costs nothing; timers still return true times. For tests.</summary>
    public static WorkflowTracker Disabled { get; } = new(new InMemoryEventLog()) { IsDisabled = true };

    /// <summary>Where the events become visible.</summary>
    public LiveHub Hub { get; }

    /// <summary>The workflows that this tracker writes at present.</summary>
    public IReadOnlyCollection<Workflow> Active => _pump.Active;

    /// <summary>What tracking costs at present.</summary>
    public TrackerStatistics Statistics => new(_pump.Stored, Backlog.Dropped, Backlog.Stalled, Backlog.Bytes, Hub.Subscribers)
    {
        MemoryBytes = Backlog.Bytes + Hub.MemoryBytes + SlotSegment.KeptBytes,
        OverheadNsP50 = Overhead.Percentile(0.5),
        OverheadNsP99 = Overhead.Percentile(0.99),
    };

    /// <summary>Who takes the stored events with their bytes.</summary>
    internal IReadOnlyList<IEventSink> Sinks
    {
        init
        {
            _pump.Sinks = value;
            foreach (var sink in value) sink.Attach(this);
            _isTraced = value.OfType<TelemetrySink>().Any();
        }
    }

    internal bool IsDisabled { get; private init; }

    internal Backlog Backlog { get; }

    internal OverheadSampler Overhead { get; }

    internal TimeProvider Time { get; }

    internal IErrorCatalogue Catalogue { get; }

    internal ILogger Logger { get; }

    internal DurationHistory? History { get; }

    /// <summary>The workflow of an id that this tracker writes at present, or null.</summary>
    public Workflow? Find(string workflowId) => _pump.Find(workflowId);

    /// <summary>Starts a workflow. Returns at once; a taken id that only the log knows shows as <see cref="Workflow.IsLost"/>.</summary>
    /// <exception cref="ArgumentException">The id is not URL-safe or too long.</exception>
    /// <exception cref="WorkflowIdTakenException">This tracker writes a workflow of this id already.</exception>
    public Workflow Start(string name, WorkflowOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        options ??= new WorkflowOptions();
        var span = _isTraced ? WorkflowSpans.StartWorkflow(options.Type ?? name, options.CorrelationId, Time.GetUtcNow()) : null;
        return Begin(IdentityOf(name, options, span?.TraceId), options, new WorkflowState(), epoch: 0, span: span);
    }

    /// <summary>Starts a workflow and returns when its start is stored, so that its id is known to be its own.</summary>
    /// <exception cref="ArgumentException">The id is not URL-safe or too long.</exception>
    /// <exception cref="WorkflowIdTakenException">A workflow of this id exists or existed.</exception>
    public async ValueTask<Workflow> StartAsync(string name, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var workflow = Start(name, options);
        await StoreStartAsync(workflow, cancellationToken).ConfigureAwait(false);
        return workflow.IsLost ? throw new WorkflowIdTakenException() : workflow;
    }

    /// <summary>Stores that a workflow waits, for a worker or (with <see cref="WorkflowStatus.Waiting"/>) for something from outside; <see cref="ResumeAsync"/> starts it.</summary>
    /// <exception cref="ArgumentException">The id is not URL-safe or too long.</exception>
    /// <exception cref="WorkflowIdTakenException">A workflow of this id exists or existed.</exception>
    /// <exception cref="EventLogUnavailableException">The log cannot store anything at present.</exception>
    /// <returns>The workflow's id.</returns>
    public async ValueTask<string> QueueAsync(
        string name, WorkflowOptions? options = null, int? position = null, WorkflowStatus status = WorkflowStatus.Queued, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        // The trace begins here, where the work was asked for, though the first span comes with the one who does it.
        var identity = IdentityOf(name, options ?? new WorkflowOptions(), _isTraced && WorkflowSpans.IsWanted && Activity.Current is null ? ActivityTraceId.CreateRandom() : null);
        if (IsDisabled) return identity.Id;
        var queued = new WorkflowQueued
        {
            WorkflowId = identity.Id,
            Seq = 1,
            Timestamp = Time.GetUtcNow(),
            CorrelationId = identity.CorrelationId,
            WorkflowName = name,
            WorkflowType = identity.Type,
            Status = status,
            Position = position,
            Tags = identity.Tags,
            JobId = identity.JobId,
            ParentWorkflowId = identity.ParentWorkflowId,
        };
        var encoded = new NewEvent(1, queued.EventType, WorkflowEventSerializer.Serialize(queued));
        var results = await _log.AppendAsync([new EventBatch { WorkflowId = identity.Id, Epoch = 0, Events = [encoded] }], cancellationToken).ConfigureAwait(false);
        if (results[0].Status != AppendStatus.Appended) throw new WorkflowIdTakenException();
        _pump.Publish(identity.Id, [new OutgoingEvent(queued, encoded)]);
        return identity.Id;
    }

    /// <summary>Takes up a workflow that was queued, or that another worker left: its start or resumption is stored when this returns.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="epoch">The fencing epoch of the lease; higher than any before. Null: one more than the last.</param>
    /// <param name="phases">The phases that are expected, for a workflow that was only queued so far.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workflow, or null when there is none, it has ended, or another worker was faster.</returns>
    public async ValueTask<Workflow?> ResumeAsync(
        string workflowId, long? epoch = null, IReadOnlyList<PlannedPhase>? phases = null, CancellationToken cancellationToken = default)
    {
        if (await _log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false) is not { IsEnded: false } head) return null;
        var own = epoch ?? head.Epoch + 1;
        while (own >= head.Epoch)
        {
            var workflow = await TakeUpAsync(workflowId, own, phases, head, cancellationToken).ConfigureAwait(false);
            if (!workflow.IsLost) return workflow;

            // An earlier worker that is still alive may have stored something since the look at the head: look again, unless it was a later one.
            if (await _log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false) is not { IsEnded: false } now || now.Epoch >= own) return null;
            head = now;
        }

        return null;
    }

    private async ValueTask<Workflow> TakeUpAsync(
        string workflowId, long epoch, IReadOnlyList<PlannedPhase>? phases, LogHead head, CancellationToken cancellationToken)
    {
        var state = new WorkflowState();
        state.RememberSteps();
        await ReplayAsync(state, workflowId, head.LastSequence, cancellationToken).ConfigureAwait(false);
        var known = state.ToSummary();
        var identity = new WorkflowIdentity(
            workflowId, known.Name, known.Type ?? known.Name, known.Tags, known.CorrelationId, known.ParentWorkflowId, known.JobId);
        var span = _isTraced ? WorkflowSpans.StartWorkflow(identity.Type, identity.CorrelationId, Time.GetUtcNow()) : null;
        var workflow = Begin(identity, new WorkflowOptions { Phases = phases }, state, epoch, head.Position, span);
        await StoreStartAsync(workflow, cancellationToken).ConfigureAwait(false);
        return workflow;
    }

    /// <summary>Whoever no longer waits for the start never hears of the workflow, so nobody would end it: it is let go of.</summary>
    private async ValueTask StoreStartAsync(Workflow workflow, CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(workflow, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            workflow.Abdicate();
            workflow.Span?.Dispose();
            throw;
        }
    }

    /// <summary>What has happened in a workflow so far, live or read from the log; null when there is none.</summary>
    public async ValueTask<WorkflowSummary?> GetSummaryAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        if (Find(workflowId) is { } live) return live.GetSummary();
        var state = new WorkflowState();
        await ReplayAsync(state, workflowId, long.MaxValue, cancellationToken).ConfigureAwait(false);
        return state.LastSeq == 0 ? null : state.ToSummary();
    }

    /// <summary>Deletes a workflow and all its events; a running one is asked to stop, and what it still says is refused.</summary>
    public async ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        await _log.DeleteAsync(workflowId, cancellationToken).ConfigureAwait(false);
        if (Find(workflowId) is { } live)
        {
            live.Recorder.MarkLost();
            _pump.Remove(live);
        }

        Hub.MarkDeleted(workflowId);
        foreach (var observer in _observers) await observer.OnDeletedAsync(workflowId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores and publishes everything that is pending.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        await _pump.FlushAllAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pump.DisposeAsync();

    internal EventPump Pump => _pump;

    internal ValueTask FlushAsync(Workflow workflow, CancellationToken cancellationToken) => _pump.FlushAsync(workflow, cancellationToken);

    internal void Forget(Workflow workflow) => _pump.Remove(workflow);

    internal async ValueTask ReleaseAsync(Workflow workflow)
    {
        using var patience = new CancellationTokenSource(_options.StoreTimeout, Time);
        try
        {
            await _pump.FlushAsync(workflow, patience.Token).ConfigureAwait(false);
            _pump.Remove(workflow);
        }
        catch (OperationCanceledException)
        {
            // The log is away: the pump keeps the workflow and stores its end when the log is back.
        }

        if (workflow.HooksOrNull is { } hooks) await hooks.CompleteAsync(_options.HookTimeout).ConfigureAwait(false);
    }

    private Workflow Begin(WorkflowIdentity identity, WorkflowOptions options, WorkflowState state, long epoch, LogPosition? position = null, Activity? span = null)
    {
        var workflow = new Workflow(this, identity, options.TrackPerformance, state, epoch, options.Phases ?? []);
        if (IsDisabled) return workflow;
        workflow.Recorder.Position = position;
        workflow.Trace(span, isFirstStart: !state.IsStarted);
        workflow.Append(SlotKind.WorkflowStarted, 0, 0, double.NaN, null, span);
        if (_pump.Add(workflow)) return workflow;
        workflow.Recorder.MarkLost();
        workflow.Span?.Dispose();
        throw new WorkflowIdTakenException();
    }

    private async ValueTask ReplayAsync(WorkflowState state, string workflowId, long upTo, CancellationToken cancellationToken)
    {
        await foreach (var stored in _log.ReadAsync(workflowId, 0, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Sequence > upTo) break;
            state.Apply(WorkflowEventSerializer.Deserialize(stored));
        }
    }

    private static WorkflowIdentity IdentityOf(string name, WorkflowOptions options, ActivityTraceId? traceId)
    {
        if (options.Id is { } given && !WorkflowId.IsValid(given))
            throw new ArgumentException("A workflow's id is 1 to 128 letters, digits and the signs - _ . ~", nameof(options));
        return new WorkflowIdentity(
            options.Id ?? WorkflowId.New(),
            name,
            options.Type ?? name,
            options.Tags ?? ReadOnlyDictionary<string, string>.Empty,
            options.CorrelationId ?? (traceId ?? Activity.Current?.TraceId)?.ToHexString(),
            options.ParentWorkflowId,
            options.JobId);
    }
}
