namespace Resume2Website.Server.Publishing;

/// <summary>One point of the list that a site is checked against before it is published.</summary>
/// <param name="Gate">The gate's name.</param>
/// <param name="Sentence">What has to be so, in words for people.</param>
/// <param name="IsMet">Whether it is so.</param>
/// <param name="IsBinding">Whether a site that does not meet it cannot be published.</param>
/// <param name="Findings">What was found; empty when it is met.</param>
internal sealed record ChecklistItem(string Gate, string Sentence, bool IsMet, bool IsBinding, IReadOnlyList<string> Findings);
