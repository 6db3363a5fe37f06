using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using LiveWorkflows.Records;

namespace LiveWorkflows.Reports;

/// <summary>Keeps directory and history by what workflows say; and, at the start, by what the records and the log have from before.</summary>
/// <remarks>
/// A run counts once, however often its end is told: a recent one is known by its key, an older one by its fact in the records. What an observer
/// was not handed, because it was too slow or not there yet, is read from the log when the run ends.
/// </remarks>
internal sealed class ReportRecorder(WorkflowDirectory directory, RunHistory history, ReportKeeper keeper, IEventLog log, IRecordStore records, TimeProvider time)
    : IWorkflowObserver, IDisposable
{
    private const string CaughtUpTo = "reports/caught-up-to";
    private const int RememberedDeletions = 10_000;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly RecentKeys _noted = new();
    private readonly Dictionary<string, RunFold> _folds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly Queue<string> _deletedInOrder = new();
    private DateTimeOffset _pruned = DateTimeOffset.MinValue;
    private bool _hasBegunLoading;

    public bool IsLoaded { get; private set; }

    /// <summary>The errors of the runs that are not over.</summary>
    public IReadOnlyList<(string WorkflowId, ErrorFact Error)> OpenErrors()
    {
        lock (_gate) return [.. _folds.SelectMany(fold => fold.Value.Errors.Select(error => (fold.Key, error)))];
    }

    /// <summary>When a run that is not over said something last.</summary>
    public DateTimeOffset? LastHeardOf(string workflowId)
    {
        lock (_gate) return _folds.TryGetValue(workflowId, out var fold) ? fold.LastAt : null;
    }

    public ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken)
    {
        if (SummaryOf(workflowEvent) is { } summary) return EndAsync(workflowEvent, summary, isReplayed: false, cancellationToken);
        Note(workflowEvent, isReplayed: false);
        return ValueTask.CompletedTask;
    }

    public async ValueTask OnDeletedAsync(string workflowId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_deleted.Add(workflowId)) _deletedInOrder.Enqueue(workflowId);
            if (_deletedInOrder.Count > RememberedDeletions)
            {
                var oldest = _deletedInOrder.Dequeue();
                _deleted.Remove(oldest);
                _folds.Remove(oldest);
            }

            directory.Remove(workflowId);
        }

        await keeper.ForgetEntryAsync(workflowId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads the records, then reads what was appended to the log since the last start.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!IsLoaded) await LoadAsync(cancellationToken).ConfigureAwait(false);
            Prune();
            await ReadLogAsync(cancellationToken).ConfigureAwait(false);
            foreach (var open in directory.Open()) await RefoldAsync(open.WorkflowId, cancellationToken).ConfigureAwait(false);
            IsLoaded = true;
            lock (_gate) _noted.IsBounded = true;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Reads one workflow of the log that no observer was told of.</summary>
    public async Task TakeInAsync(string workflowId, CancellationToken cancellationToken)
    {
        await foreach (var stored in log.ReadAsync(workflowId, 0, cancellationToken).ConfigureAwait(false)) await TakeInAsync(stored, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _loading.Dispose();

    private static WorkflowSummary? SummaryOf(WorkflowEvent workflowEvent) => workflowEvent switch
    {
        WorkflowCompleted ended => ended.Summary,
        WorkflowFailed ended => ended.Summary,
        WorkflowCancelled ended => ended.Summary,
        _ => null,
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_hasBegunLoading)
        {
            // A load that did not end left some of the facts counted: with what was noted since, all of them are read again.
            await keeper.FlushAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                history.Clear();
                _noted.Clear();
            }
        }

        _hasBegunLoading = true;
        var dropped = new List<string>();
        await foreach (var entry in keeper.ReadEntriesAsync(cancellationToken).ConfigureAwait(false))
        {
            // What was noted since the start is newer than its record.
            if (directory.Find(entry.WorkflowId) is null) dropped.AddRange(directory.Put(entry));
        }

        foreach (var workflowId in dropped) keeper.Forget(workflowId);

        await foreach (var (key, fact) in keeper.ReadFactsAsync(time.GetUtcNow() - RunHistory.Kept, cancellationToken).ConfigureAwait(false))
        {
            lock (_gate)
            {
                if (!_noted.Contains(key)) history.Add(fact);
            }
        }
    }

    private async Task ReadLogAsync(CancellationToken cancellationToken)
    {
        var known = await records.GetAsync(CaughtUpTo, cancellationToken).ConfigureAwait(false);
        var position = known is null ? LogPosition.Start : new LogPosition(System.Text.Encoding.UTF8.GetString(known.Value.Span));
        await foreach (var stored in log.ReadAllAsync(position, cancellationToken).ConfigureAwait(false))
        {
            position = stored.Position;
            await TakeInAsync(stored, cancellationToken).ConfigureAwait(false);
        }

        await keeper.FlushAsync(cancellationToken).ConfigureAwait(false);
        await records.PutAsync(CaughtUpTo, System.Text.Encoding.UTF8.GetBytes(position.Token), null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask TakeInAsync(StoredEvent stored, CancellationToken cancellationToken)
    {
        if (WorkflowEventSerializer.IsTerminal(stored.Type))
        {
            var ended = WorkflowEventSerializer.Deserialize(stored);
            await EndAsync(ended, SummaryOf(ended)!, isReplayed: true, cancellationToken).ConfigureAwait(false);
        }
        else if (stored.Type is WorkflowQueued.Name or WorkflowStarted.Name)
        {
            Note(WorkflowEventSerializer.Deserialize(stored), isReplayed: true);
        }
    }

    /// <summary>Reads the events of a run that is not over, which this process has not seen from the first on.</summary>
    private async Task RefoldAsync(string workflowId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_folds.TryGetValue(workflowId, out var live) && live.IsWhole) return;
        }

        var fold = await FoldAsync(workflowId, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            // What came live meanwhile is missing in it; it will know so by the numbers.
            if (directory.Find(workflowId) is { EndedAt: null }) _folds[workflowId] = fold;
        }
    }

    private async Task<RunFold> FoldAsync(string workflowId, CancellationToken cancellationToken)
    {
        var fold = new RunFold();
        await foreach (var stored in log.ReadAsync(workflowId, 0, cancellationToken).ConfigureAwait(false)) fold.Apply(WorkflowEventSerializer.Deserialize(stored));
        return fold;
    }

    private void Note(WorkflowEvent workflowEvent, bool isReplayed)
    {
        lock (_gate)
        {
            if (_deleted.Contains(workflowEvent.WorkflowId)) return;
            var known = directory.Find(workflowEvent.WorkflowId);
            if (workflowEvent is WorkflowQueued queued && known is null) Put(EntryOf(queued));
            if (workflowEvent is WorkflowStarted started && known is not { StartedAt: not null }) Put(EntryOf(started, known));
            if (isReplayed || known is { EndedAt: not null }) return;
            if (!_folds.TryGetValue(workflowEvent.WorkflowId, out var fold)) _folds[workflowEvent.WorkflowId] = fold = new RunFold();
            fold.Apply(workflowEvent);
        }
    }

    private async ValueTask EndAsync(WorkflowEvent ended, WorkflowSummary summary, bool isReplayed, CancellationToken cancellationToken)
    {
        var key = ReportKeeper.FactKey(ended.WorkflowId, ended.Timestamp);
        var isNoted = ended.Timestamp < time.GetUtcNow() - RunHistory.Kept;
        RunFold? fold;
        lock (_gate)
        {
            isNoted |= _noted.Contains(key);
            _folds.Remove(ended.WorkflowId, out fold);
        }

        if (!isNoted && isReplayed) isNoted = await keeper.IsKeptAsync(key, cancellationToken).ConfigureAwait(false);
        if (!isNoted)
        {
            fold?.Apply(ended);
            if (fold is not { IsWhole: true })
            {
                var read = await FoldAsync(ended.WorkflowId, cancellationToken).ConfigureAwait(false);
                if (read.LastSeq >= ended.Seq || fold is null) fold = read;
            }

            var fact = fold.ToFact(summary, ended.Timestamp);
            lock (_gate)
            {
                if (_noted.Add(key))
                {
                    history.Add(fact);
                    keeper.Keep(key, fact);
                }
            }
        }

        lock (_gate)
        {
            if (directory.Find(ended.WorkflowId) is { EndedAt: null } open)
                Put(open with { Status = summary.Status, EndedAt = ended.Timestamp, DurationMs = summary.DurationMs });
            _folds.Remove(ended.WorkflowId);
        }

        Prune();
    }

    private static WorkflowEntry EntryOf(WorkflowQueued queued) => new()
    {
        WorkflowId = queued.WorkflowId,
        Name = queued.WorkflowName,
        Type = queued.WorkflowType ?? queued.WorkflowName,
        Status = queued.Status,
        Tags = queued.Tags,
        CorrelationId = queued.CorrelationId,
        JobId = queued.JobId,
        ParentWorkflowId = queued.ParentWorkflowId,
        CreatedAt = queued.Timestamp,
    };

    private static WorkflowEntry EntryOf(WorkflowStarted started, WorkflowEntry? queued) => new()
    {
        WorkflowId = started.WorkflowId,
        Name = started.WorkflowName,
        Type = started.WorkflowType ?? started.WorkflowName,
        Status = WorkflowStatus.Running,
        Tags = started.Tags,
        CorrelationId = started.CorrelationId,
        JobId = started.JobId,
        ParentWorkflowId = started.ParentWorkflowId,
        CreatedAt = queued?.CreatedAt ?? started.Timestamp,
        StartedAt = started.Timestamp,
    };

    private void Put(WorkflowEntry entry)
    {
        var dropped = directory.Put(entry);
        keeper.Keep(entry);
        foreach (var workflowId in dropped) keeper.Forget(workflowId);
    }

    private void Prune()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (now - _pruned < TimeSpan.FromHours(1)) return;
            _pruned = now;
        }

        keeper.ForgetFactsBefore(now - RunHistory.Kept);
    }
}
