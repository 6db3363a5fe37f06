using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.Records;

namespace Resume2Website.Server.Access;

/// <summary>Keeps who owns which job: by job under <c>owned/</c>, by visitor under <c>visitor/</c>, and by retry under <c>retry/</c> (under <c>run/</c> the reports keep their facts).</summary>
internal sealed class JobOwnershipStore(IRecordStore records)
{
    private const string Prefix = "owned/";

    public async ValueTask CreateAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        if (await records.PutAsync(KeyOf(ownership.JobId), Write(ownership), expectedVersion: 0, cancellationToken) is null)
            throw new WorkflowIdTakenException();
        if (ownership.Owner is { } owner) await records.PutAsync(VisitorKey(owner, ownership.JobId), default, null, cancellationToken);
    }

    public async ValueTask<JobOwnership?> FindAsync(string jobId, CancellationToken cancellationToken) =>
        WorkflowId.IsValid(jobId) && await records.GetAsync(KeyOf(jobId), cancellationToken) is { } record ? Read(record) : null;

    /// <summary>The job that a workflow is a run of, or null when it is none of a CV.</summary>
    public async ValueTask<JobOwnership?> FindByRunAsync(string workflowId, CancellationToken cancellationToken)
    {
        if (await FindAsync(workflowId, cancellationToken) is { } first) return first;
        if (!WorkflowId.IsValid(workflowId) || await records.GetAsync(RunKey(workflowId), cancellationToken) is not { } run) return null;
        return await FindAsync(Encoding.UTF8.GetString(run.Value.Span), cancellationToken);
    }

    public async ValueTask<JobOwnership?> UpdateAsync(string jobId, Func<JobOwnership, JobOwnership> change, CancellationToken cancellationToken)
    {
        while (await records.GetAsync(KeyOf(jobId), cancellationToken) is { } record)
        {
            var changed = change(Read(record));
            if (await records.PutAsync(record.Key, Write(changed), record.Version, cancellationToken) is not null) return changed;
        }

        return null;
    }

    /// <summary>Adds a retry. The way back from it is kept first, so that no run is without its job.</summary>
    public async ValueTask AddRunAsync(string jobId, string workflowId, CancellationToken cancellationToken)
    {
        await records.PutAsync(RunKey(workflowId), Encoding.UTF8.GetBytes(jobId), null, cancellationToken);
        await UpdateAsync(jobId, ownership => ownership with { Runs = [.. ownership.Runs, workflowId] }, cancellationToken);
    }

    public async ValueTask DeleteAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        foreach (var run in ownership.Runs) await records.DeleteAsync(RunKey(run), null, cancellationToken);
        if (ownership.Owner is { } owner) await records.DeleteAsync(VisitorKey(owner, ownership.JobId), null, cancellationToken);
        await records.DeleteAsync(KeyOf(ownership.JobId), null, cancellationToken);
    }

    public async IAsyncEnumerable<JobOwnership> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(Prefix, null, cancellationToken)) yield return Read(record);
    }

    public async IAsyncEnumerable<JobOwnership> ListByVisitorAsync(string visitor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = $"visitor/{visitor}/";
        await foreach (var record in records.ListAsync(prefix, null, cancellationToken))
        {
            if (await FindAsync(record.Key[prefix.Length..], cancellationToken) is { IsDeleted: false } ownership) yield return ownership;
        }
    }

    private static string KeyOf(string jobId) => Prefix + jobId;

    private static string RunKey(string workflowId) => "retry/" + workflowId;

    private static string VisitorKey(string visitor, string jobId) => $"visitor/{visitor}/{jobId}";

    private static byte[] Write(JobOwnership ownership) => JsonSerializer.SerializeToUtf8Bytes(ownership, AccessJson.Default.JobOwnership);

    private static JobOwnership Read(StoredRecord record) => JsonSerializer.Deserialize(record.Value.Span, AccessJson.Default.JobOwnership)!;
}
