using System.Runtime.CompilerServices;
using System.Text.Json;
using LiveWorkflows.Records;
using Resume2Website.Extraction.Llm;

namespace Resume2Website.Stages;

/// <summary>Keeps jobs as records under <c>cv/{job}</c>.</summary>
/// <remarks>Thread-safe on any record store; changes are compare-and-set, so none is lost.</remarks>
public sealed class CvJobStore(IRecordStore records)
{
    private const string Prefix = "cv/";

    /// <summary>Keeps a new job, durable when the call returns. False when there is one of this id.</summary>
    public async ValueTask<bool> CreateAsync(CvJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return await records.PutAsync(KeyOf(job.Id), Write(job), expectedVersion: 0, cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>The job of an id, or null.</summary>
    public async ValueTask<CvJob?> FindAsync(string jobId, CancellationToken cancellationToken = default) =>
        await records.GetAsync(KeyOf(jobId), cancellationToken).ConfigureAwait(false) is { } record ? Read(record) : null;

    /// <summary>Changes a job and returns it as it then is; null when it is gone. The change may be asked for again when somebody else was faster.</summary>
    public async ValueTask<CvJob?> UpdateAsync(string jobId, Func<CvJob, CvJob> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (await records.GetAsync(KeyOf(jobId), cancellationToken).ConfigureAwait(false) is { } record)
        {
            var changed = change(Read(record));
            if (await records.PutAsync(record.Key, Write(changed), record.Version, cancellationToken).ConfigureAwait(false) is not null) return changed;
        }

        return null;
    }

    /// <summary>Deletes a job's records, what a language model answered among them; its artifacts and events are deleted by whoever deletes the job.</summary>
    public async ValueTask DeleteAsync(string jobId, CancellationToken cancellationToken = default)
    {
        await records.DeleteAsync(KeyOf(jobId), expectedVersion: null, cancellationToken).ConfigureAwait(false);
        await DeleteAnswersAsync(jobId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes what a language model answered about a job's CV: it quotes the original, and goes when that does.</summary>
    public async Task DeleteAnswersAsync(string jobId, CancellationToken cancellationToken = default) =>
        await new JobAnswers(records, jobId).ForgetAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>All jobs, in the order of their ids.</summary>
    public async IAsyncEnumerable<CvJob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var record in records.ListAsync(Prefix, cancellationToken: cancellationToken).ConfigureAwait(false)) yield return Read(record);
    }

    private static string KeyOf(string jobId) => Prefix + jobId;

    private static byte[] Write(CvJob job) => JsonSerializer.SerializeToUtf8Bytes(job, CvJson.Default.CvJob);

    private static CvJob Read(StoredRecord record) => JsonSerializer.Deserialize(record.Value.Span, CvJson.Default.CvJob)!;
}
