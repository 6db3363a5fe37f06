namespace Resume2Website.Stages;

/// <summary>An earlier résumé of a job, kept after it was edited.</summary>
/// <param name="Digest">The artifact that holds it, under the job's id.</param>
/// <param name="ReplacedAt">When the next one was saved.</param>
public sealed record ResumeVersion(string Digest, DateTimeOffset ReplacedAt);
