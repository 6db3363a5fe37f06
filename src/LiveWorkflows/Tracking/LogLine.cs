namespace LiveWorkflows.Tracking;

/// <summary>The parts of a line of log that are not its message.</summary>
internal sealed record LogLine(string Level, IReadOnlyDictionary<string, string>? Fields);
