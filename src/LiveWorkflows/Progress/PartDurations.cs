namespace LiveWorkflows.Progress;

/// <summary>How one part of a run went: a phase, or all steps of one name in one place.</summary>
/// <param name="Path">The phase, and the names of the steps down to this one, parted by <c>/</c>.</param>
/// <param name="IsLeaf">Whether it is a step that no step began in.</param>
/// <param name="Count">How often it occurred.</param>
/// <param name="SpanMs">From its first beginning to its last end at work; null where that did not end well.</param>
/// <param name="TailMs">From its last end to the end of the run; null where the run did not end well.</param>
internal sealed record PartDurations(string Path, bool IsLeaf, int Count, double? SpanMs, double? TailMs);
