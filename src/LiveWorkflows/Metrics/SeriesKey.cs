namespace LiveWorkflows.Metrics;

/// <summary>What a series is about.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Type">The type of workflow.</param>
/// <param name="Name">The phase, the measurement's name, or the error's pattern.</param>
/// <param name="Step">A part's step; empty for the phase itself.</param>
internal readonly record struct SeriesKey(SeriesKind Kind, string Type, string Name = "", string Step = "");
