namespace LiveWorkflows.Jobs;

/// <summary>A worker's right to run a job, until it expires.</summary>
/// <param name="Job">The job.</param>
/// <param name="Epoch">The fencing epoch: 1 for the first lease of the job, and one more for each further one.</param>
/// <param name="EnqueuedAt">When the job was enqueued.</param>
public sealed record JobLease(Job Job, long Epoch, DateTimeOffset EnqueuedAt);
