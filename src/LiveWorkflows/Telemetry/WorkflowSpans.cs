using System.Buffers;
using System.Diagnostics;

namespace LiveWorkflows.Telemetry;

/// <summary>
/// Begins spans where workflows, phases and steps begin, on the caller's thread, so that what the code in a step does (an HTTP call, a query) nests
/// under the step. They are ended later, by the stored events, which know how it went.
/// </summary>
internal static class WorkflowSpans
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly ActivitySource Source = new(WorkflowTelemetryOptions.Name, "1.0.0");

    public static bool IsWanted => Source.HasListeners();

    /// <summary>The workflow's span; null when nobody listens or samples it, and then its phases and steps have none.</summary>
    public static Activity? StartWorkflow(string type, string? correlationId, DateTimeOffset now) =>
        IsWanted ? Start("workflow " + type, ParentOf(correlationId), now) : null;

    public static Activity? Start(string name, Activity parent, DateTimeOffset now) => Start(name, parent.Context, now);

    /// <summary>The trace id that a correlation id is, if it is one.</summary>
    public static ActivityTraceId? TraceIdOf(string? correlationId)
    {
        if (correlationId is not { Length: 32 } || correlationId.AsSpan().ContainsAnyExcept(HexDigits)) return null;
        var id = ActivityTraceId.CreateFromString(correlationId);
        return id == default ? null : id;
    }

    private static ActivityContext ParentOf(string? correlationId)
    {
        var current = Activity.Current;
        // The trace that the workflow was queued in: its id is all that is known of it by now.
        if (TraceIdOf(correlationId) is { } traceId && traceId != current?.TraceId) return new ActivityContext(traceId, default, ActivityTraceFlags.Recorded);
        // A request's activity of which nobody makes a span: it says nothing about sampling, and would be a parent that is found nowhere.
        if (current is { Recorded: false, ParentId: null } && !current.Source.HasListeners())
            return new ActivityContext(current.TraceId, default, ActivityTraceFlags.Recorded);
        return current?.Context ?? default;
    }

    private static Activity? Start(string name, ActivityContext parent, DateTimeOffset now)
    {
        var before = Activity.Current;
        // Without a parent the source would take the current activity; it was asked already.
        if (parent.SpanId == default) Activity.Current = null;
        var span = Source.StartActivity(ActivityKind.Internal, parent, startTime: now, name: name);
        // Who only begins a step goes on in his own activity; the span is current inside of what is run by RunAsync and its like.
        Activity.Current = before;
        return span;
    }
}
