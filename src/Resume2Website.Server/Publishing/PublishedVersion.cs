namespace Resume2Website.Server.Publishing;

/// <summary>A version of a site that was published.</summary>
internal sealed record PublishedVersion
{
    /// <summary>Counted from 1 within the job, never used again.</summary>
    public required int Number { get; init; }

    /// <summary>The artifact that lists its files (<see cref="PublishedFiles"/>).</summary>
    public required string Files { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string Template { get; init; }

    public string? Accent { get; init; }

    /// <summary>Says which résumé and design it was made of.</summary>
    public required string Source { get; init; }

    /// <summary>Says what the site consisted of before its page named the version (<see cref="VersionFiles.DigestOf"/>); null for a version that was published before this was kept.</summary>
    public string? Content { get; init; }

    /// <summary>When another version took its place last; null when that never happened.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }
}
