using Microsoft.Extensions.Options;

namespace Resume2Website.Stages;

/// <summary>Sets the time at which uploaded files are deleted; whoever keeps the jobs looks after it.</summary>
internal sealed class OriginalRetention(CvJobStore jobs, IOptions<StagesOptions> options, TimeProvider timeProvider)
{
    /// <summary>How long originals are kept.</summary>
    public TimeSpan Period => options.Value.OriginalRetention;

    /// <summary>Has the uploaded files of a job deleted when their time is over, counted from now. The password is forgotten at once.</summary>
    public async ValueTask ScheduleAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var due = timeProvider.GetUtcNow() + Period;
        await jobs.UpdateAsync(jobId, job => job with { OriginalExpiresAt = due, Password = null }, cancellationToken).ConfigureAwait(false);
    }
}
