namespace Resume2Website.Server.Access;

/// <summary>Whose a job is, and which runs it had. Kept apart from the job, which the stages write.</summary>
internal sealed record JobOwnership
{
    public required string JobId { get; init; }

    /// <summary>The visitor's name; null for a job that belongs to its ticket alone.</summary>
    public string? Owner { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The workflows of the job, oldest first: its own id, then its retries.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>By when the file must have come; null when it is there.</summary>
    public DateTimeOffset? UploadDeadline { get; init; }

    /// <summary>The record of the <c>Idempotency-Key</c> it was uploaded with, forgotten together with the job.</summary>
    public string? Claim { get; init; }

    /// <summary>Whether the job was deleted or is being deleted: nothing of it is shown any more.</summary>
    public bool IsDeleted { get; init; }

    public string LastRun => Runs[^1];
}
