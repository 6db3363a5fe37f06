namespace Resume2Website.Documents.Isolation;

/// <summary>What a reader is told about a document before its bytes.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Password">Its password.</param>
internal sealed record RequestHeader(DocumentFormat Format, string? Password);
