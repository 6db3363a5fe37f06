using System.Globalization;
using System.Text;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Records;
using Microsoft.Extensions.Options;

namespace Resume2Website.Stages;

/// <summary>Sees to it that uploaded files are deleted when their time is over.</summary>
/// <remarks>Thread-safe. What is due stands in records whose keys are in the order of time, so that nothing else is looked at.</remarks>
public sealed class OriginalRetention(IRecordStore records, IArtifactStore artifacts, CvJobStore jobs, IOptions<StagesOptions> options, TimeProvider timeProvider)
{
    private const string Prefix = "expiry/";
    private const string KeyTime = "yyyyMMddHHmmssfff";

    /// <summary>How long originals are kept.</summary>
    public TimeSpan Period => options.Value.OriginalRetention;

    /// <summary>Has the uploaded files of a job deleted when their time is over, counted from now. The password is forgotten at once.</summary>
    public async ValueTask ScheduleAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var due = timeProvider.GetUtcNow() + Period;
        // The key first: one that leads to nothing is harmless, an original without one would stay.
        await records.PutAsync(KeyOf(due, jobId), Encoding.ASCII.GetBytes(jobId), expectedVersion: null, cancellationToken).ConfigureAwait(false);
        await jobs.UpdateAsync(jobId, job => job with { OriginalExpiresAt = due, Password = null }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all uploaded files whose time is over, and says of how many jobs.</summary>
    public async ValueTask<int> DeleteDueAsync(CancellationToken cancellationToken = default)
    {
        var deleted = 0;
        var now = timeProvider.GetUtcNow();
        var end = Prefix + now.UtcDateTime.ToString(KeyTime, CultureInfo.InvariantCulture) + "~";
        await foreach (var record in records.ListAsync(Prefix, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (string.CompareOrdinal(record.Key, end) > 0) break;
            if (await DeleteOriginalAsync(Encoding.ASCII.GetString(record.Value.Span), now, cancellationToken).ConfigureAwait(false)) deleted++;
            await records.DeleteAsync(record.Key, expectedVersion: null, cancellationToken).ConfigureAwait(false);
        }

        return deleted;
    }

    private async ValueTask<bool> DeleteOriginalAsync(string jobId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A later run of the job may have put the end off; that run's own key stands for it.
        if (await jobs.FindAsync(jobId, cancellationToken).ConfigureAwait(false) is not { OriginalDeleted: false } job || job.OriginalExpiresAt > now) return false;
        foreach (var file in job.Files)
        {
            if (ArtifactDigest.TryParse(file.Digest, out var digest)) await artifacts.DeleteAsync(jobId, digest, cancellationToken).ConfigureAwait(false);
        }

        await jobs.UpdateAsync(jobId, changed => changed with { OriginalDeleted = true }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static string KeyOf(DateTimeOffset due, string jobId) => $"{Prefix}{due.UtcDateTime.ToString(KeyTime, CultureInfo.InvariantCulture)}_{jobId}";
}
