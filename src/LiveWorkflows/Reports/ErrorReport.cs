namespace LiveWorkflows.Reports;

/// <summary>The errors in a window of time.</summary>
/// <param name="From">The window's beginning.</param>
/// <param name="To">The window's end.</param>
/// <param name="ResolutionSeconds">What the window's edges are multiples of, in seconds: 5 up to 24 hours, 3,600 beyond.</param>
/// <param name="Total">How many errors there were.</param>
/// <param name="ErrorPatterns">The errors by kind and place, those that happened most often first.</param>
public sealed record ErrorReport(DateTimeOffset From, DateTimeOffset To, double ResolutionSeconds, int Total, IReadOnlyList<ErrorPattern> ErrorPatterns);
