namespace Resume2Website.Server.Publishing;

/// <summary>A file of a job, opened.</summary>
/// <param name="Digest">The artifact that it is.</param>
/// <param name="Content">Its bytes; whoever asked for it closes it.</param>
internal sealed record CurrentFile(string Digest, Stream Content);
