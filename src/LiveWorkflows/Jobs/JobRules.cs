namespace LiveWorkflows.Jobs;

/// <summary>What a job may look like, the same on every storage technology.</summary>
public static class JobRules
{
    /// <summary>The largest payload, in bytes.</summary>
    public const int MaxPayloadLength = 64 * 1024;

    private const int MaxTypeLength = 128;

    /// <summary>Refuses a job that no queue could ever take.</summary>
    /// <exception cref="ArgumentException">The id or type is not valid, or the payload is above 64 KiB.</exception>
    public static void Validate(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        WorkflowId.ThrowIfInvalid(job.Id, nameof(job));
        if (job.Type is not { Length: > 0 and <= MaxTypeLength })
            throw new ArgumentException("A job's type is 1 to 128 characters.", nameof(job));
        if (job.Payload.Length > MaxPayloadLength) throw new ArgumentException("A job's payload is at most 64 KiB.", nameof(job));
    }
}
