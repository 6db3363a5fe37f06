namespace LiveWorkflows.Reports;

/// <summary>The errors in a window of time.</summary>
/// <param name="From">The window's beginning.</param>
/// <param name="To">The window's end.</param>
/// <param name="Total">How many errors there were.</param>
/// <param name="ErrorPatterns">The errors by kind and place, those that happened most often first.</param>
public sealed record ErrorReport(DateTimeOffset From, DateTimeOffset To, int Total, IReadOnlyList<ErrorPattern> ErrorPatterns);
