namespace Resume2Website.Server.Publishing;

/// <summary>What may be said with publishing.</summary>
/// <param name="Slug">The address; the one that the job has when null.</param>
internal sealed record PublishRequest(string? Slug = null);
