using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Uploads;

/// <summary>The settings under <c>Resume2Website:Limits</c>.</summary>
internal sealed class LimitsOptions
{
    private const string Section = ServerOptions.Section + ":Limits";

    /// <summary>Jobs that may wait for a worker; one more is refused with 503.</summary>
    public int MaxQueuedJobs { get; set; } = 1_000;

    /// <summary>Jobs that are worked on at the same time.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>Uploads that are received at the same time; one more is refused with 503.</summary>
    public int MaxConcurrentUploads { get; set; } = 32;

    /// <summary>How long a job that was started without a file waits for it.</summary>
    public TimeSpan UploadDeadline { get; set; } = TimeSpan.FromMinutes(15);

    public IEnumerable<string> Problems()
    {
        if (MaxQueuedJobs < 1) yield return $"{Section}:{nameof(MaxQueuedJobs)} must be at least 1.";
        if (Workers is < 1 or > 64) yield return $"{Section}:{nameof(Workers)} must be between 1 and 64.";
        if (MaxConcurrentUploads < 1) yield return $"{Section}:{nameof(MaxConcurrentUploads)} must be at least 1.";
        if (UploadDeadline <= TimeSpan.Zero) yield return $"{Section}:{nameof(UploadDeadline)} must be a positive time, such as 00:15:00.";
    }
}
