using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using LiveWorkflows.Records;

namespace LiveWorkflows.Reports;

/// <summary>Keeps directory and history by what workflows say; and, at the start, by what the log has that the records do not.</summary>
internal sealed class ReportRecorder(WorkflowDirectory directory, RunHistory history, ReportKeeper keeper, IEventLog log, IRecordStore records, TimeProvider time)
    : IWorkflowObserver
{
    private const string CaughtUpTo = "reports/caught-up-to";
    private const int RememberedDeletions = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly Queue<string> _deletedInOrder = new();
    private DateTimeOffset _pruned = DateTimeOffset.MinValue;

    public ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken)
    {
        Note(workflowEvent);
        return ValueTask.CompletedTask;
    }

    public async ValueTask OnDeletedAsync(string workflowId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_deleted.Add(workflowId)) _deletedInOrder.Enqueue(workflowId);
            if (_deletedInOrder.Count > RememberedDeletions) _deleted.Remove(_deletedInOrder.Dequeue());
            directory.Remove(workflowId);
            history.TakeErrors(workflowId);
        }

        await keeper.ForgetEntryAsync(workflowId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads the records, then reads what was appended to the log since the last start.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await keeper.LoadAsync(directory, history, cancellationToken).ConfigureAwait(false);
        Prune();
        var known = await records.GetAsync(CaughtUpTo, cancellationToken).ConfigureAwait(false);
        var position = known is null ? LogPosition.Start : new LogPosition(System.Text.Encoding.UTF8.GetString(known.Value.Span));
        await foreach (var stored in log.ReadAllAsync(position, cancellationToken).ConfigureAwait(false))
        {
            position = stored.Position;
            if (!Concerns(stored.Type)) continue;
            if (WorkflowEventSerializer.IsTerminal(stored.Type)) await NoteErrorsAsync(stored.WorkflowId, cancellationToken).ConfigureAwait(false);
            Note(WorkflowEventSerializer.Deserialize(stored));
        }

        foreach (var open in directory.Open()) await NoteErrorsAsync(open.WorkflowId, cancellationToken).ConfigureAwait(false);
        await keeper.FlushAsync(cancellationToken).ConfigureAwait(false);
        await records.PutAsync(CaughtUpTo, System.Text.Encoding.UTF8.GetBytes(position.Token), null, cancellationToken).ConfigureAwait(false);
    }

    private static bool Concerns(string eventType) =>
        eventType is WorkflowQueued.Name or WorkflowStarted.Name or ErrorReported.Name || WorkflowEventSerializer.IsTerminal(eventType);

    /// <summary>Reads again what errors a run had before the point where catching up began.</summary>
    private async Task NoteErrorsAsync(string workflowId, CancellationToken cancellationToken)
    {
        await foreach (var stored in log.ReadAsync(workflowId, 0, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Type == ErrorReported.Name) Note(WorkflowEventSerializer.Deserialize(stored));
        }
    }

    private void Note(WorkflowEvent workflowEvent)
    {
        lock (_gate)
        {
            // An end that comes behind the deletion still leaves its anonymous fact.
            if (!workflowEvent.IsTerminal && _deleted.Contains(workflowEvent.WorkflowId)) return;
            var known = directory.Find(workflowEvent.WorkflowId);
            switch (workflowEvent)
            {
                case WorkflowQueued queued when known is null:
                    Put(new WorkflowEntry
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
                    });
                    break;
                case WorkflowStarted started when known is not { StartedAt: not null }:
                    Put(new WorkflowEntry
                    {
                        WorkflowId = started.WorkflowId,
                        Name = started.WorkflowName,
                        Type = started.WorkflowType ?? started.WorkflowName,
                        Status = WorkflowStatus.Running,
                        Tags = started.Tags,
                        CorrelationId = started.CorrelationId,
                        JobId = started.JobId,
                        ParentWorkflowId = started.ParentWorkflowId,
                        CreatedAt = known?.CreatedAt ?? started.Timestamp,
                        StartedAt = started.Timestamp,
                    });
                    break;
                case ErrorReported reported when known is not { EndedAt: not null }:
                    history.AddError(reported.WorkflowId, reported.Seq, ErrorFact.Of(reported));
                    break;
                case WorkflowCompleted ended:
                    End(ended, ended.Summary, known);
                    break;
                case WorkflowFailed ended:
                    End(ended, ended.Summary, known);
                    break;
                case WorkflowCancelled ended:
                    End(ended, ended.Summary, known);
                    break;
            }
        }
    }

    private void End(WorkflowEvent ended, WorkflowSummary summary, WorkflowEntry? known)
    {
        var key = ReportKeeper.FactKey(ended.WorkflowId, ended.Timestamp);
        var errors = history.TakeErrors(ended.WorkflowId);
        if (!history.Contains(key))
        {
            var fact = RunFact.Of(summary, ended.Timestamp, errors);
            history.Add(key, fact);
            keeper.Keep(key, fact);
        }

        if (known is { EndedAt: null }) Put(known with { Status = summary.Status, EndedAt = ended.Timestamp, DurationMs = summary.DurationMs });
        Prune();
    }

    private void Put(WorkflowEntry entry)
    {
        directory.Put(entry);
        keeper.Keep(entry);
    }

    private void Prune()
    {
        var now = time.GetUtcNow();
        if (now - _pruned < TimeSpan.FromHours(1)) return;
        _pruned = now;
        foreach (var key in history.Prune(now - RunHistory.Kept)) keeper.Forget(key);
    }
}
