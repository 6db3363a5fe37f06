using System.Collections.Concurrent;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>The workflows whose events a program outside reports.</summary>
/// <remarks>
/// That a workflow is one of them is kept under <c>external/</c> in the records. How far its reports were taken lies in the events themselves: an
/// array is stored as one batch with its number, so that a repeat is known after a crash at any moment.
/// </remarks>
internal sealed class ExternalWorkflows(WorkflowTracker tracker, IEventLog log, IRecordStore records, TimeProvider time) : IWorkflowCustodian, IDisposable
{
    private const string Prefix = "external/";

    /// <summary>How long a caller waits for a log that is away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, ExternalSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _heardOf = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);

    /// <summary>A restart of this program does not end what another one reports; its silence does.</summary>
    public async ValueTask<bool> KeepsAsync(string workflowId, CancellationToken cancellationToken) =>
        await records.GetAsync(Prefix + workflowId, cancellationToken).ConfigureAwait(false) is not null;

    public async ValueTask<StartedWorkflow> StartAsync(string name, WorkflowOptions options, CancellationToken cancellationToken)
    {
        var workflow = await PatientlyAsync(token => tracker.StartAsync(name, options, token), cancellationToken).ConfigureAwait(false);
        HeardOf(workflow.Id);
        await records.PutAsync(Prefix + workflow.Id, "1"u8.ToArray(), null, cancellationToken).ConfigureAwait(false);
        _sessions[workflow.Id] = new ExternalSession(workflow);
        return new StartedWorkflow { WorkflowId = workflow.Id, Status = WorkflowStatus.Running };
    }

    /// <summary>Whether a workflow is reported from outside.</summary>
    public async ValueTask<bool> IsExternalAsync(string workflowId, CancellationToken cancellationToken) =>
        await records.GetAsync(Prefix + workflowId, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>The open session of a workflow; taken up again after a restart. Null when the workflow has ended.</summary>
    public async ValueTask<ExternalSession?> OpenAsync(string workflowId, CancellationToken cancellationToken)
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
            if (await PatientlyAsync(token => tracker.ResumeAsync(workflowId, cancellationToken: token), cancellationToken).ConfigureAwait(false) is not { } workflow) return null;
            return _sessions[workflowId] = await ExternalSession.ResumeAsync(workflow, log, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Notes that the reporter was heard of.</summary>
    public void HeardOf(string workflowId) => _heardOf[workflowId] = time.GetUtcNow();

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
            if (await IsExternalAsync(workflowId, cancellationToken).ConfigureAwait(false)
                && await OpenAsync(workflowId, cancellationToken).ConfigureAwait(false) is { } session)
            {
                await session.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    // Heard of while it was looked for: it lives.
                    if (_heardOf.TryGetValue(workflowId, out var heard) && heard > before) continue;
                    session.Abandon();
                    await session.Workflow.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    session.Gate.Release();
                }
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

    /// <summary>Gives up after a while, with the exception that says why.</summary>
    private async ValueTask<T> PatientlyAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EventLogUnavailableException("The event log did not store the start in time.", exception);
        }
    }
}
