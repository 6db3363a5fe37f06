using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using LiveWorkflows.EventLog;
using LiveWorkflows.Live;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Tracking;

/// <summary>
/// Carries what all workflows have pending to the log and then, stored first and seen second, to the live hub and to hooks. It polls while
/// anything runs, since waking a thread for each event would cost the workflow forty times as much. Only the first event after a pause, who is too rare
/// to cost anything and may have a reader waiting, calls it. It rests when nothing runs.
/// </summary>
internal sealed partial class EventPump(
    IEventLog log, LiveHub hub, IReadOnlyList<Hooks.IWorkflowObserver> observers, WorkflowTrackerOptions options, TimeProvider time, ILogger logger)
    : IThreadPoolWorkItem, IAsyncDisposable
{
    /// <summary>Visits in a row that found nothing, after which the next event calls the pump.</summary>
    private const int VisitsInVain = 2;

    private const int BatchesAtOnce = 256;
    private const long BytesAtOnce = 4 << 20;
    private readonly ConcurrentDictionary<string, Workflow> _active = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Workflow> _wanted = new();
    private readonly SemaphoreSlim _pass = new(1, 1);

    // Of the pass that is under way.
    private readonly List<Workflow> _pending = [];
    private readonly List<EventBatch> _batches = [];

    private readonly CancellationTokenSource _stopping = new();
    private readonly ObserverDispatcher _observers = new(observers, logger, time);
    private readonly Lock _gate = new();
    private TaskCompletionSource _work = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The timer of the visits while there are none, because nothing runs; it would go on waking the machine for nobody.</summary>
    private PeriodicTimer? _resting;

    private Task? _running;
    private long _stored;
    private int _failures;
    private int _inVain;
    private int _disposed;

    /// <summary>Events stored so far.</summary>
    public long Stored => Interlocked.Read(ref _stored);

    /// <summary>Who takes the stored events with their bytes; set before the first workflow.</summary>
    public IReadOnlyList<IEventSink> Sinks { get; set; } = [];

    public IReadOnlyCollection<Workflow> Active => [.. _active.Values];

    public Workflow? Find(string workflowId) => _active.GetValueOrDefault(workflowId);

    /// <summary>Takes a workflow on; false when one with its id is being tracked already.</summary>
    public bool Add(Workflow workflow)
    {
        if (!_active.TryAdd(workflow.Id, workflow)) return false;
        hub.Keep(workflow.Id);
        lock (_gate)
        {
            _running ??= DetachedTask.Run(RunAsync);
            _resting?.Period = options.PumpInterval;
            _resting = null;
            _work.TrySetResult();
        }

        return true;
    }

    public void Remove(Workflow workflow)
    {
        if (!_active.TryRemove(KeyValuePair.Create(workflow.Id, workflow))) return;
        hub.LetGo(workflow.Id);
        if (workflow.Recorder.IsSettled) return;
        foreach (var sink in Sinks) sink.Forget(workflow.Id);
    }

    /// <summary>Whether there has been nothing for some visits, so that the next event calls.</summary>
    public bool IsAtRest => Volatile.Read(ref _inVain) >= VisitsInVain;

    /// <summary>Comes at once when there has been nothing for some visits; else the next visit is soon enough.</summary>
    public void ComeIfAtRest()
    {
        if (!IsAtRest || Interlocked.Exchange(ref _inVain, 0) < VisitsInVain) return;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Stores and publishes what a workflow has pending now; waits out a log that is not available.</summary>
    public async ValueTask FlushAsync(Workflow workflow, CancellationToken cancellationToken)
    {
        while (workflow.Recorder.HasUnstored)
        {
            _wanted.Enqueue(workflow);
            if (!await PassAsync(workflow, cancellationToken).ConfigureAwait(false))
                await Task.Delay(Backoff(), time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores and publishes what all workflows have pending now, together.</summary>
    public async ValueTask FlushAllAsync(CancellationToken cancellationToken)
    {
        var unstored = _active.Values.Where(workflow => workflow.Recorder.HasUnstored).ToList();
        while (unstored.Count > 0)
        {
            if (!await PassAsync(null, cancellationToken).ConfigureAwait(false))
                await Task.Delay(Backoff(), time, cancellationToken).ConfigureAwait(false);
            unstored.RemoveAll(workflow => !workflow.Recorder.HasUnstored);
        }
    }

    /// <summary>Publishes events that were stored by another way than a workflow of this process.</summary>
    public void Publish(string workflowId, IReadOnlyList<OutgoingEvent> stored)
    {
        hub.Publish(workflowId, [.. stored.Select(outgoing => outgoing.Encoded)]);
        foreach (var outgoing in stored) _observers.Post(outgoing.Event);
        foreach (var sink in Sinks) sink.Take(stored);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        try
        {
            await FlushAllAsync(_stopping.Token).AsTask().WaitAsync(options.HookTimeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            LogUnstored(logger);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_running is { } running) await running.ConfigureAwait(false);
        await _observers.CompleteAsync(options.HookTimeout).ConfigureAwait(false);
        foreach (var sink in Sinks) await sink.CompleteAsync(options.HookTimeout).ConfigureAwait(false);
        _stopping.Dispose();
    }

    void IThreadPoolWorkItem.Execute() => _ = ComeAsync();

    private async Task ComeAsync()
    {
        try
        {
            // A log that is away is the next visit's to wait for.
            await PassAsync(null, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tracker is being disposed, and stores what is left.
        }
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(options.PumpInterval, time);
        try
        {
            while (true)
            {
                await RestAsync(timer).ConfigureAwait(false);
                await timer.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _inVain);
                if (!await PassAsync(null, _stopping.Token).ConfigureAwait(false))
                    await Task.Delay(Backoff(), time, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The tracker is being disposed.
            lock (_gate) _resting = null;
        }
    }

    private Task RestAsync(PeriodicTimer timer)
    {
        lock (_gate)
        {
            if (!_active.IsEmpty) return Task.CompletedTask;
            if (_work.Task.IsCompleted) _work = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_active.IsEmpty) return Task.CompletedTask;
            (_resting = timer).Period = Timeout.InfiniteTimeSpan;
            return _work.Task.WaitAsync(_stopping.Token);
        }
    }

    /// <summary>
    /// One pass over all workflows, or over those that are waited for, of which <paramref name="wanted"/> is one; false when the log was not available, so
    /// that the caller waits before the next.
    /// </summary>
    private async ValueTask<bool> PassAsync(Workflow? wanted, CancellationToken cancellationToken)
    {
        await _pass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever comes first stores what all who wait want, in one commit: the others find nothing left to do.
            if (wanted is { Recorder.HasUnstored: false }) return true;
            await StoreAsync(wanted is null ? _active.Select(pair => pair.Value) : AllWanted(wanted), cancellationToken).ConfigureAwait(false);
            _failures = 0;
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Whatever is wrong with the log, the workflows go on: their events stay here and are stored when it is back.
            if (_failures++ == 0) LogUnavailable(logger, exception.GetType().Name);
            return false;
        }
        finally
        {
            _pending.Clear();
            _batches.Clear();
            _pass.Release();
        }
    }

    private HashSet<Workflow> AllWanted(Workflow wanted)
    {
        HashSet<Workflow> all = [wanted];
        while (_wanted.TryDequeue(out var another)) all.Add(another);
        return all;
    }

    /// <summary>Stores in as few commits as there can be, none with too many events in it.</summary>
    private async ValueTask StoreAsync(IEnumerable<Workflow> workflows, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        foreach (var workflow in workflows)
        {
            if (NextBatch(workflow) is not { } batch) continue;
            _pending.Add(workflow);
            _batches.Add(batch);
            bytes += workflow.Recorder.OutboxBytes;
            if (_batches.Count < BatchesAtOnce && bytes < BytesAtOnce) continue;
            await StorePendingAsync(cancellationToken).ConfigureAwait(false);
            bytes = 0;
        }

        if (_batches.Count > 0) await StorePendingAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask StorePendingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Volatile.Write(ref _inVain, 0);

        // Not cancelled half-way: it would not be known whether the events are stored.
        var results = await log.AppendAsync(_batches, CancellationToken.None).ConfigureAwait(false);
        ExceptionDispatchInfo? failure = null;
        for (var i = 0; i < _pending.Count; i++)
        {
            try
            {
                Settle(_pending[i], _batches[i], await SettledAsync(_batches[i], results[i]).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                // What is wrong with one must not keep the others from knowing that they are stored.
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        _pending.Clear();
        _batches.Clear();
        failure?.Throw();
    }

    private EventBatch? NextBatch(Workflow workflow)
    {
        try
        {
            return workflow.Recorder.NextBatch();
        }
        catch (Exception exception)
        {
            // A defect in one workflow's events must not hold up all others.
            LogDefect(logger, exception);
            workflow.Recorder.MarkLost();
            Remove(workflow);
            return null;
        }
    }

    /// <summary>A conflict may be with the very same batch: it was stored by a call whose answer was lost.</summary>
    private async ValueTask<AppendResult> SettledAsync(EventBatch batch, AppendResult result)
    {
        // A first batch without an epoch may be anybody's who chose the same id; every other one knows where it stands in the log.
        if (result.Status != AppendStatus.Conflict || (batch.Epoch == 0 && batch.ExpectedPosition is null)) return result;
        var head = await log.GetHeadAsync(batch.WorkflowId).ConfigureAwait(false);
        return head is not null && head.Epoch == batch.Epoch && head.LastSequence == batch.Events[^1].Sequence
            ? new AppendResult(AppendStatus.Appended, head.Position)
            : result;
    }

    private void Settle(Workflow workflow, EventBatch batch, AppendResult result)
    {
        if (result is not { Status: AppendStatus.Appended, Position: { } position })
        {
            LogRefused(logger, result.Status);
            workflow.Recorder.MarkLost();
            Remove(workflow);
            return;
        }

        var stored = workflow.Recorder.MarkStored(batch.Events.Count, position);
        Interlocked.Add(ref _stored, stored.Length);
        Publish(workflow.Id, stored);
        if (workflow.HooksOrNull is { } hooks)
        {
            foreach (var outgoing in stored) hooks.Post(outgoing.Event);
        }

        if (workflow.Recorder.IsSettled) Remove(workflow);
    }

    private TimeSpan Backoff() => TimeSpan.FromMilliseconds(Math.Min(2000, 20 * Math.Pow(2, Math.Min(_failures, 8))));

    [LoggerMessage(LogLevel.Error, "The event log is not available ({ExceptionType}); events wait in memory and are stored when it is back.")]
    private static partial void LogUnavailable(ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "The event log refused a workflow's events ({Status}); another worker has it, or it was deleted. It is asked to stop here.")]
    private static partial void LogRefused(ILogger logger, AppendStatus status);

    [LoggerMessage(LogLevel.Critical, "A workflow's events could not be composed; it is no longer tracked.")]
    private static partial void LogDefect(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Events could not be stored before the end of the program.")]
    private static partial void LogUnstored(ILogger logger);
}
