namespace Resume2Website.Server.Publishing;

/// <summary>What a job has published.</summary>
internal sealed record Publication
{
    /// <summary>The slug that it has; null until it was published.</summary>
    public string? Slug { get; init; }

    /// <summary>Every slug that it may hold a record under: two for a moment, while it moves.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The number that was given to a version last.</summary>
    public int LastVersion { get; init; }

    /// <summary>The version that is being made; null when none is, or the one before came to its end.</summary>
    public StartedVersion? Started { get; init; }

    /// <summary>The public address as it was when it was published last.</summary>
    public string? Address { get; init; }

    /// <summary>When it was taken away; null while it is published, or never was.</summary>
    public DateTimeOffset? UnpublishedAt { get; init; }
}
