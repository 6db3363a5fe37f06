using System.Diagnostics;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Telemetry;

/// <summary>Ends spans by what the stored events tell: when, how, after how many attempts. For one thread at a time.</summary>
/// <remarks>Attributes follow OpenTelemetry's naming; of an error only its code stands in a span, as <c>error.type</c>.</remarks>
internal sealed class SpanWriter(ISet<string> allowedTags)
{
    private const string Status = "liveworkflows.status";
    private const string ErrorType = "error.type";
    private readonly Dictionary<string, OpenSpans> _open = new(StringComparer.Ordinal);

    public void Write(WorkflowEvent workflowEvent)
    {
        if (workflowEvent is WorkflowStarted or WorkflowResumed)
        {
            if (workflowEvent.Span is { } root) Begin(root, workflowEvent);
            return;
        }

        if (!_open.TryGetValue(workflowEvent.WorkflowId, out var spans)) return;
        switch (workflowEvent)
        {
            case PhaseStarted { Span: { } span } started:
                span.SetTag("liveworkflows.phase", started.Phase);
                spans.Phases[started.PhaseIndex] = span;
                break;
            case PhaseCompleted ended:
                if (spans.Phases.Remove(ended.PhaseIndex, out var phase)) End(phase, ended.DurationMs, ended.Status.ToString(), null);
                break;
            case StepStarted { Span: { } span } started:
                span.SetTag("liveworkflows.step.id", started.StepId).SetTag("liveworkflows.phase", started.Phase);
                spans.Steps[started.StepId] = span;
                break;
            case StepRetried { Span: { } span } retried:
                // Begun by an earlier worker, gone on with here.
                span.SetTag("liveworkflows.step.id", retried.StepId).SetTag("liveworkflows.phase", retried.Phase);
                spans.Steps[retried.StepId] = span;
                AddAttempt(span, retried);
                break;
            case StepRetried retried:
                if (spans.Steps.TryGetValue(retried.StepId, out var again)) AddAttempt(again, retried);
                break;
            case StepCompleted ended:
                EndStep(spans, ended.StepId, ended.Attempt, ended.DurationMs, "completed", null);
                break;
            case StepFailed ended:
                EndStep(spans, ended.StepId, ended.Attempt, ended.DurationMs, "failed", ended.Error?.Code ?? ErrorCatalogue.Unknown("").Code);
                break;
            case StepSkipped ended:
                EndStep(spans, ended.StepId, ended.Attempt, ended.DurationMs, "skipped", null);
                break;
            case StepCancelled ended:
                EndStep(spans, ended.StepId, ended.Attempt, ended.DurationMs, "cancelled", null);
                break;
            case ErrorReported reported:
                var at = reported.StepId is { } id && spans.Steps.TryGetValue(id, out var step) ? step : spans.Root;
                at.AddEvent(new ActivityEvent("error", reported.Timestamp, new ActivityTagsCollection { [ErrorType] = reported.Code }));
                break;
            case WorkflowCompleted ended:
                EndWorkflow(spans, ended, ended.DurationMs, "completed", null);
                break;
            case WorkflowFailed ended:
                EndWorkflow(spans, ended, ended.DurationMs, ended.Status.ToString(), ended.Error.Code);
                break;
            case WorkflowCancelled ended:
                EndWorkflow(spans, ended, ended.DurationMs, "cancelled", null);
                break;
        }
    }

    /// <summary>The workflow goes on elsewhere or is gone: what is open here ends now, and says so.</summary>
    public void Leave(string workflowId, DateTimeOffset now)
    {
        if (!_open.Remove(workflowId, out var spans)) return;
        foreach (var span in spans.Steps.Values.Concat(spans.Phases.Values).Append(spans.Root)) End(span, (now - span.StartTimeUtc).TotalMilliseconds, "left", null);
    }

    private void Begin(Activity root, WorkflowEvent started)
    {
        _open[started.WorkflowId] = new OpenSpans(root, isResumed: started is not WorkflowStarted);
        root.SetTag("liveworkflows.workflow.id", started.WorkflowId);
        if (started is not WorkflowStarted { } first) return;
        root.SetTag("liveworkflows.workflow.name", first.WorkflowName).SetTag("liveworkflows.workflow.type", first.WorkflowType);
        foreach (var (name, value) in first.Tags.Where(tag => allowedTags.Contains(tag.Key))) root.SetTag("liveworkflows.tag." + name, value);
    }

    private static void AddAttempt(Activity span, StepRetried retried)
    {
        var attributes = new ActivityTagsCollection { ["liveworkflows.step.attempt"] = retried.Attempt };
        if (retried.Error is { } error) attributes[ErrorType] = error.Code;
        span.AddEvent(new ActivityEvent("retry", retried.Timestamp, attributes));
    }

    private static void EndStep(OpenSpans spans, string stepId, int attempts, double durationMs, string status, string? errorCode)
    {
        if (!spans.Steps.Remove(stepId, out var span)) return;
        span.SetTag("liveworkflows.step.attempts", attempts);
        End(span, durationMs, status, errorCode);
    }

    private void EndWorkflow(OpenSpans spans, WorkflowEvent ended, double durationMs, string status, string? errorCode)
    {
        // A resumed workflow's span began with its resumption, its duration with its first start.
        var ownMs = spans.IsResumed ? Math.Max(0, (ended.Timestamp - spans.Root.StartTimeUtc).TotalMilliseconds) : durationMs;
        End(spans.Root, ownMs, status, errorCode);
        _open.Remove(ended.WorkflowId);
    }

    private static void End(Activity span, double durationMs, string status, string? errorCode)
    {
        span.SetTag(Status, status.ToLowerInvariant());
        if (errorCode is not null) span.SetTag(ErrorType, errorCode).SetStatus(ActivityStatusCode.Error, errorCode);
        span.SetEndTime(span.StartTimeUtc.AddMilliseconds(Math.Max(0.0001, durationMs)));
        span.Stop();
    }

    private sealed class OpenSpans(Activity root, bool isResumed)
    {
        public Activity Root { get; } = root;

        public bool IsResumed { get; } = isResumed;

        public Dictionary<int, Activity> Phases { get; } = [];

        public Dictionary<string, Activity> Steps { get; } = new(StringComparer.Ordinal);
    }
}
