namespace Resume2Website.Documents;

/// <summary>A document that is to be opened.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Format">The format that screening found by content.</param>
/// <param name="Password">The password of an encrypted document.</param>
public sealed record DocumentSource(ReadOnlyMemory<byte> Content, DocumentFormat Format, string? Password = null);
