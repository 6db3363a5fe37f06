using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Uploads;

/// <summary>The settings under <c>Resume2Website:Limits</c>.</summary>
internal sealed class LimitsOptions
{
    private const string Section = ServerOptions.Section + ":Limits";

    /// <summary>Whether uploads, changes, looks and the language model's requests are counted for each client and in all. Places in the queue are limited in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Uploads that one client may send within <see cref="UploadWindow"/>, another run of a job counted as one; more are refused with 429. Operators are not counted.</summary>
    public int UploadsPerClient { get; set; } = 20;

    /// <summary>Uploads that all clients together may send within <see cref="UploadWindow"/>.</summary>
    public int UploadsOfAll { get; set; } = 1_000;

    /// <summary>The time over which uploads are counted.</summary>
    public TimeSpan UploadWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>CVs that one client may have read by the language model within <see cref="LlmWindow"/>; more are refused with 429. Operators are not counted.</summary>
    public int LlmCvsPerClient { get; set; } = 10;

    /// <summary>Requests that may be sent to the language model within <see cref="LlmWindow"/> for all CVs together.</summary>
    public int LlmCallsOfAll { get; set; } = 500;

    /// <summary>The time over which the language model's CVs and requests are counted.</summary>
    public TimeSpan LlmWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Changes of designs and résumés, publications and returns to earlier versions, that one client may make within <see cref="DesignWindow"/>; more are refused with 429. Operators are not counted.</summary>
    public int ChangesPerClient { get; set; } = 1_200;

    /// <summary>Changes that all clients together may make within <see cref="DesignWindow"/>.</summary>
    public int ChangesOfAll { get; set; } = 12_000;

    /// <summary>Sites that are rendered within <see cref="DesignWindow"/> only for one client to look at: thumbnails, designs and the list before publishing; more are refused with 429. Operators are not counted.</summary>
    public int LooksPerClient { get; set; } = 6_000;

    /// <summary>Sites that are rendered within <see cref="DesignWindow"/> only for all clients together to look at.</summary>
    public int LooksOfAll { get; set; } = 60_000;

    /// <summary>The time over which changes and looks are counted.</summary>
    public TimeSpan DesignWindow { get; set; } = TimeSpan.FromMinutes(10);

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
        foreach (var (name, limit) in new[]
                 {
                     (nameof(UploadsPerClient), UploadsPerClient), (nameof(UploadsOfAll), UploadsOfAll), (nameof(LlmCvsPerClient), LlmCvsPerClient), (nameof(LlmCallsOfAll), LlmCallsOfAll),
                     (nameof(ChangesPerClient), ChangesPerClient), (nameof(ChangesOfAll), ChangesOfAll), (nameof(LooksPerClient), LooksPerClient), (nameof(LooksOfAll), LooksOfAll),
                 })
        {
            if (limit < 1) yield return $"{Section}:{name} must be at least 1; {Section}:{nameof(Enabled)} false is for no limit.";
        }

        foreach (var (name, window) in new[] { (nameof(UploadWindow), UploadWindow), (nameof(LlmWindow), LlmWindow), (nameof(DesignWindow), DesignWindow) })
        {
            if (window < TimeSpan.FromSeconds(1) || window > TimeSpan.FromDays(1)) yield return $"{Section}:{name} must be between 00:00:01 and 1.00:00:00.";
        }

        if (MaxQueuedJobs < 1) yield return $"{Section}:{nameof(MaxQueuedJobs)} must be at least 1.";
        if (Workers is < 1 or > 64) yield return $"{Section}:{nameof(Workers)} must be between 1 and 64.";
        if (MaxConcurrentUploads < 1) yield return $"{Section}:{nameof(MaxConcurrentUploads)} must be at least 1.";
        if (UploadDeadline <= TimeSpan.Zero) yield return $"{Section}:{nameof(UploadDeadline)} must be a positive time, such as 00:15:00.";
    }
}
