namespace Resume2Website.Server.Uploads;

/// <summary>What an <c>Idempotency-Key</c> was used for.</summary>
internal sealed record IdempotencyClaim
{
    public required string JobId { get; init; }

    /// <summary>The digest of the file it came with.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Whether the upload was taken; until then a repeat does all of it again, under the same job.</summary>
    public bool IsTaken { get; init; }
}
