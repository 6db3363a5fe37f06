namespace Resume2Website.Server.Publishing;

/// <summary>What stands under a slug: whose it is, and which version is shown. Publishing, rolling back and taking away are each one write of it.</summary>
internal sealed record SlugRecord
{
    public required string JobId { get; init; }

    /// <summary>The version that is shown; null while none is.</summary>
    public int? Live { get; init; }

    /// <summary>The versions that are kept, oldest first.</summary>
    public IReadOnlyList<PublishedVersion> Versions { get; init; } = [];

    public PublishedVersion? Find(int? number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>Shows another version, or none.</summary>
    public SlugRecord Show(int? number, DateTimeOffset now) => this with
    {
        Live = number,
        Versions = [.. Versions.Select(version => version.Number == Live && Live != number ? version with { ReplacedAt = now } : version)],
    };
}
