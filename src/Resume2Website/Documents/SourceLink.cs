namespace Resume2Website.Documents;

/// <summary>A link in a line.</summary>
/// <param name="Start">Where its text begins in the line.</param>
/// <param name="Length">How long its text is; 0 for a link without text (an icon) at that place.</param>
/// <param name="Target">Where it leads, as the document has it: not to be trusted.</param>
public sealed record SourceLink(int Start, int Length, string Target);
