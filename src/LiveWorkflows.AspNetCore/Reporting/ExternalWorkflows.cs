using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.EventLog;
using LiveWorkflows.Records;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>The workflows whose events a program outside reports.</summary>
/// <remarks>
/// What was taken last of each is kept under <c>external/</c> in the records, so that a repeat is known after a restart too. A crash between the
/// storing of events and of that number lets a repeated array be taken twice.
/// </remarks>
internal sealed class ExternalWorkflows(WorkflowTracker tracker, IEventLog log, IRecordStore records, TimeProvider time) : IDisposable
{
    private const string Prefix = "external/";
    private readonly ConcurrentDictionary<string, ExternalSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _heardOf = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);

    public async ValueTask<StartedWorkflow> StartAsync(string name, WorkflowOptions options, CancellationToken cancellationToken)
    {
        var workflow = await tracker.StartAsync(name, options, cancellationToken).ConfigureAwait(false);
        await KeepAsync(workflow.Id, 0, cancellationToken).ConfigureAwait(false);
        _sessions[workflow.Id] = new ExternalSession(workflow, 0);
        return new StartedWorkflow { WorkflowId = workflow.Id, Status = WorkflowStatus.Running };
    }

    /// <summary>What was taken last of a workflow that is reported from outside; null for any other.</summary>
    public async ValueTask<long?> LastClientSeqAsync(string workflowId, CancellationToken cancellationToken) =>
        await records.GetAsync(Prefix + workflowId, cancellationToken).ConfigureAwait(false) is { } record
        && long.TryParse(Encoding.ASCII.GetString(record.Value.Span), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
            : null;

    /// <summary>The open session of a workflow; taken up again after a restart. Null when the workflow has ended.</summary>
    public async ValueTask<ExternalSession?> OpenAsync(string workflowId, long lastClientSeq, CancellationToken cancellationToken)
    {
        if (_sessions.GetValueOrDefault(workflowId) is { IsOver: false } open) return open;
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_sessions.TryGetValue(workflowId, out var known))
            {
                if (!known.IsOver) return known;
                _sessions.TryRemove(workflowId, out _);
            }

            if (tracker.Find(workflowId) is not null) return null;
            if (await tracker.ResumeAsync(workflowId, cancellationToken: cancellationToken).ConfigureAwait(false) is not { } workflow) return null;
            return _sessions[workflowId] = ExternalSession.Resume(workflow, lastClientSeq);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Notes that the reporter was heard of, and how far its reports were taken.</summary>
    public async ValueTask KeepAsync(string workflowId, long lastClientSeq, CancellationToken cancellationToken)
    {
        _heardOf[workflowId] = time.GetUtcNow();
        await records.PutAsync(Prefix + workflowId, Encoding.ASCII.GetBytes(lastClientSeq.ToString(CultureInfo.InvariantCulture)), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts the workflows that were open when the program stopped as heard of now.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(Prefix, null, cancellationToken).ConfigureAwait(false))
        {
            var workflowId = record.Key[Prefix.Length..];
            if (await log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false) is { IsEnded: false }) _heardOf.TryAdd(workflowId, time.GetUtcNow());
        }
    }

    /// <summary>Ends as abandoned what nobody has reported of for so long.</summary>
    public async Task ExpireAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - silence;
        foreach (var (workflowId, heardOf) in _heardOf.Where(known => known.Value <= before).ToArray())
        {
            if (await LastClientSeqAsync(workflowId, cancellationToken).ConfigureAwait(false) is { } last
                && await OpenAsync(workflowId, last, cancellationToken).ConfigureAwait(false) is { } session)
            {
                session.Abandon();
                await session.Workflow.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            _heardOf.TryRemove(KeyValuePair.Create(workflowId, heardOf));
        }
    }

    /// <summary>Lets go of a workflow that has ended; what was taken of it stays known.</summary>
    public void Release(string workflowId)
    {
        _sessions.TryRemove(workflowId, out _);
        _heardOf.TryRemove(workflowId, out _);
    }

    public async ValueTask ForgetAsync(string workflowId, CancellationToken cancellationToken)
    {
        Release(workflowId);
        await records.DeleteAsync(Prefix + workflowId, null, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _opening.Dispose();
}
