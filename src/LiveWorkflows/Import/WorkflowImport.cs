using LiveWorkflows.EventLog;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Import;

/// <summary>Takes an ended workflow's JSONL export into an event log, where its summary, its stream and its exports are then what they were.</summary>
/// <param name="log">Where it is stored.</param>
/// <param name="reports">The reports and the list that are to know of it at once; without them they do at the program's next start.</param>
/// <remarks>The lines are checked before anything is stored, and stored together or not at all.</remarks>
public sealed class WorkflowImport(IEventLog log, WorkflowReports? reports = null)
{
    /// <summary>The largest export, in bytes; 64 MB by default.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>Imports one workflow.</summary>
    /// <param name="jsonLines">The export: an object a line, as <c>GET /api/v1/workflows/{id}/logs?format=jsonl</c> writes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workflow's id.</returns>
    /// <exception cref="WorkflowImportException">It is not one whole workflow, or one of its id exists or existed.</exception>
    /// <exception cref="EventLogUnavailableException">The log cannot store anything at present.</exception>
    public async ValueTask<string> ImportAsync(Stream jsonLines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        var text = await ReadAsync(jsonLines, cancellationToken).ConfigureAwait(false);
        var events = Check(text);
        var id = events[0].WorkflowId;
        var batch = new EventBatch
        {
            WorkflowId = id,
            Epoch = 0,
            Events = [.. events.Select(stored => new NewEvent(stored.Sequence, stored.Type, stored.Data, Events.WorkflowEventSerializer.IsTerminal(stored.Type)))],
        };
        var results = await log.AppendAsync([batch], cancellationToken).ConfigureAwait(false);
        if (results[0].Status != AppendStatus.Appended) throw new WorkflowImportException("workflow_id_taken", 0, "A workflow of this id exists or existed here.");
        // It is stored: who asked for it must hear so, whether or not they still wait for the reports.
        if (reports is not null) await reports.TakeInAsync(id, CancellationToken.None).ConfigureAwait(false);
        return id;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var part = new byte[81920];
        int length;
        while ((length = await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (all.Length + length > MaxBytes) throw new WorkflowImportException("too_large", 0, $"An export may have {MaxBytes} bytes at most.");
            all.Write(part, 0, length);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    private static List<StoredEvent> Check(ReadOnlyMemory<byte> text)
    {
        var events = new List<StoredEvent>();
        var last = DateTimeOffset.MinValue;
        for (var line = 1; !text.IsEmpty; line++)
        {
            var end = text.Span.IndexOf((byte)'\n');
            var own = (end < 0 ? text : text[..end]).TrimEnd((byte)'\r');
            text = end < 0 ? default : text[(end + 1)..];
            if (own.IsEmpty) continue;
            var stored = ImportedLine.Read(own, line, out var at);
            if (events.Count > 0 && stored.WorkflowId != events[0].WorkflowId) throw new WorkflowImportException("another_workflow", line, "This event is of another workflow.");
            if (events.Count > 0 && Events.WorkflowEventSerializer.IsTerminal(events[^1].Type)) throw new WorkflowImportException("after_the_end", line, "The workflow has ended before this event.");
            if (stored.Sequence != events.Count + 1) throw new WorkflowImportException("sequence_gap", line, $"The event's number must be {events.Count + 1}.");
            if (at < last) throw new WorkflowImportException("time_runs_back", line, "This event is earlier than the one before.");
            last = at;
            events.Add(stored);
        }

        if (events.Count == 0) throw new WorkflowImportException("empty", 0, "There is no event in it.");
        return Events.WorkflowEventSerializer.IsTerminal(events[^1].Type)
            ? events
            : throw new WorkflowImportException("not_ended", 0, "The workflow has not ended; only whole workflows are imported.");
    }
}
