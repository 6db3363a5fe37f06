namespace Resume2Website.Extraction.Entries;

/// <summary>A group of skills.</summary>
/// <param name="Name">The group's name; null when it has none.</param>
/// <param name="Keywords">The skills.</param>
internal sealed record SkillDraft(Found? Name, List<Found> Keywords);
