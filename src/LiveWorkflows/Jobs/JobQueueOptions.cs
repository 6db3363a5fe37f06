namespace LiveWorkflows.Jobs;

/// <summary>How a job queue is bounded.</summary>
public sealed class JobQueueOptions
{
    /// <summary>How many jobs may wait; one more is refused with <see cref="JobQueueFullException"/>. At least 1, 1,000 by default.</summary>
    public int MaxWaiting { get; set; } = 1_000;
}
