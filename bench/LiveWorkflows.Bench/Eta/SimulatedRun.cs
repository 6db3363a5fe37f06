using LiveWorkflows.Events;

namespace LiveWorkflows.Bench.Eta;

/// <summary>One run as it happened: its events in order, the times at which steps ended, and how long it took.</summary>
/// <param name="Events">With the offset of each from the start, in milliseconds.</param>
/// <param name="DurationMs">The truth that estimators are after.</param>
internal sealed record SimulatedRun(IReadOnlyList<(double AtMs, WorkflowEvent Event)> Events, double DurationMs)
{
    public IReadOnlyList<double> StepEnds { get; } = [.. Events.Where(item => item.Event is StepCompleted).Select(item => item.AtMs)];
}
