namespace Resume2Website.Corpus.Pieces;

/// <summary>Text of one role and look. Without a role it is what stands between: separators, captions, brackets.</summary>
internal sealed record Span(Role? Role, string Text, Look Look);
