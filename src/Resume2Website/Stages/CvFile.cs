using Resume2Website.Documents;

namespace Resume2Website.Stages;

/// <summary>A file that a person uploaded.</summary>
/// <param name="Digest">The artifact that holds its bytes, under the job's id.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Name">Its name as the person's device had it, cleaned; shown to its owner alone, never in events or logs.</param>
/// <param name="Format">Its format, told by content; null until that is known.</param>
public sealed record CvFile(string Digest, long Length, string? Name = null, DocumentFormat? Format = null);
