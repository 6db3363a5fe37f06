using System.Text.Json;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>One workflow that is reported from outside: the caller's names for steps, and how far its reports were taken.</summary>
internal sealed class ExternalSession(Workflow workflow, long lastClientSeq = 0)
{
    private static readonly WorkflowError Abandoned = new()
    {
        Code = "abandoned",
        Title = "The work was abandoned",
        Message = "The program that reports this workflow was not heard of for too long.",
        Category = ErrorCategory.Abandoned,
        Retryable = true,
        RecoverySuggestions = [new RecoverySuggestion("retry", "Run it again.")],
    };

    private readonly OpenSteps _steps = new();
    private readonly Dictionary<StepScope, WaitScope> _waits = [];
    private PhaseScope? _phase;
    private bool _hasEnded;

    public Workflow Workflow => workflow;

    /// <summary>Held while an array is taken.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public long LastClientSeq { get; private set; } = lastClientSeq;

    public bool IsOver => _hasEnded || workflow.IsLost;

    /// <summary>Takes up what was open when the program stopped, and how far the reports were taken then.</summary>
    /// <remarks>Every phase and step is entered again as it was reported, in silence, so that what is reported next is told apart from what was before.</remarks>
    public static async Task<ExternalSession> ResumeAsync(Workflow workflow, IEventLog log, CancellationToken cancellationToken)
    {
        var session = new ExternalSession(workflow, workflow.GetSummary().LastClientSeq ?? 0);
        var open = new Dictionary<string, (string Key, StepScope Scope)>(StringComparer.Ordinal);
        await foreach (var stored in log.ReadAsync(workflow.Id, 0, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Type is PhaseStarted.Name or PhaseCompleted.Name or StepStarted.Name or StepCompleted.Name or StepFailed.Name or StepSkipped.Name or StepCancelled.Name)
                session.EnterAgain(WorkflowEventSerializer.Deserialize(stored), open);
        }

        return session;
    }

    /// <summary>The first item that cannot be taken and why; nothing is changed.</summary>
    public (int Index, string Wrong)? Rehearse(IReadOnlyList<ReportedEvent> events)
    {
        var steps = _steps.Copy();
        var ended = false;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].ClientSeq <= LastClientSeq) continue;
            if (ended) return (i, "comes after the workflow's end");
            if (steps.Rehearse(events[i]) is { } wrong) return (i, wrong);
            ended = WorkflowEventSerializer.IsTerminal(events[i].Type);
        }

        return null;
    }

    /// <summary>Takes what is new and gives how many that were.</summary>
    public int Take(IReadOnlyList<ReportedEvent> events)
    {
        var fresh = events.Where(reported => reported.ClientSeq > LastClientSeq).ToArray();
        if (fresh.Length == 0) return 0;
        workflow.ReportTogether(fresh[^1].ClientSeq, () =>
        {
            foreach (var reported in fresh) Take(reported);
        });
        LastClientSeq = fresh[^1].ClientSeq;
        return fresh.Length;
    }

    public void Cancel()
    {
        _hasEnded = true;
        workflow.Cancel("requested");
    }

    /// <summary>Nobody reports any more: whoever did has died, or has forgotten to say how it ended.</summary>
    public void Abandon()
    {
        _hasEnded = true;
        workflow.Fail(Abandoned);
    }

    private void Take(in ReportedEvent reported)
    {
        switch (reported.Type)
        {
            case PhaseStarted.Name:
                _steps.ChangePhase(isInPhase: true);
                _phase = workflow.BeginPhase(new WorkflowPhase(reported.Text("phase")!), reported.Whole("expected_steps"));
                break;
            case PhaseCompleted.Name:
                _steps.ChangePhase(isInPhase: false);
                _phase?.Complete();
                break;
            case StepStarted.Name:
                var name = reported.Text("step_name")!;
                var parentKey = reported.Text("parent_step_id");
                _steps.Add(reported.StepKey!, Begin(parentKey is null ? null : _steps.Find(parentKey), name, reported.Text("step_id")), parentKey);
                break;
            case StepCompleted.Name:
                Ending(reported)?.Complete(reported.Text("detail"), reported.Number("confidence"), reported.Text("artifact"));
                break;
            case StepFailed.Name:
                Ending(reported)?.Fail(ErrorOf(reported, "step_failed"));
                break;
            case StepSkipped.Name:
                Ending(reported)?.Skip(reported.Text("reason"));
                break;
            case StepCancelled.Name:
                Ending(reported)?.Cancel(reported.Text("reason"));
                break;
            case StepRetried.Name:
                var cause = reported.Object("error") is null ? null : new WorkflowException(ErrorOf(reported, "step_retry"));
                if (_steps.Find(reported.StepKey) is not { } again) break;
                _waits.Remove(again);
                again.Retry(cause, TimeSpan.FromMilliseconds(reported.Number("delay_ms") ?? 0));
                break;
            case StepWaiting.Name:
                if (_steps.Find(reported.StepKey) is { } idle && !_waits.ContainsKey(idle)) _waits[idle] = idle.Wait(reported.Text("reason"));
                break;
            case StepResumed.Name:
                if (_steps.Find(reported.StepKey) is { } busy && _waits.Remove(busy, out var wait)) wait.Dispose();
                break;
            case Progressed.Name:
                _steps.Find(reported.StepKey)?.Report(reported.Number("percentage")!.Value / 100);
                break;
            case MetricsReported.Name:
                foreach (var metric in reported.Fields.GetProperty("metrics").EnumerateArray()) Measure(new ReportedEvent("", 0, metric));
                break;
            case Logged.Name:
                workflow.Log(reported.Text("level") ?? "information", reported.Text("message")!, FieldsOf(reported.Object("fields")), StepOf(reported));
                break;
            case ConfidenceReported.Name:
                workflow.ReportConfidence(reported.Number("value")!.Value, reported.Text("scope"), reported.Text("method"), reported.Whole("n"));
                break;
            case WarningReported.Name:
                workflow.ReportWarning(reported.Text("code")!, reported.Text("message")!, StepOf(reported));
                break;
            case ErrorReported.Name:
                workflow.ReportError(ErrorFields.Read(reported.Fields, "reported"), StepOf(reported), reported.Flag("is_critical"));
                break;
            case WorkflowCompleted.Name:
                _hasEnded = true;
                if (reported.Fields.TryGetProperty("result", out var result)) workflow.Complete(result.Clone());
                else workflow.Complete();
                break;
            case WorkflowFailed.Name:
                _hasEnded = true;
                workflow.Fail(ErrorOf(reported, "failed"));
                break;
            case WorkflowCancelled.Name:
                _hasEnded = true;
                workflow.Cancel(reported.Text("reason"));
                break;
            default:
                workflow.Publish(reported.Type, ErrorFields.Without(reported.Fields, "type", "client_seq"));
                break;
        }
    }

    private StepScope Begin(StepScope? parent, string name, string? clientStepId) => (parent, clientStepId) switch
    {
        (null, null) => workflow.BeginStep(name),
        (null, { } id) => workflow.BeginStep(name, id),
        ({ } outer, null) => outer.BeginStep(name),
        ({ } outer, { } id) => outer.BeginStep(name, id),
    };

    /// <summary>The step that an event ends; a wait of it ends with it.</summary>
    private StepScope? Ending(in ReportedEvent reported)
    {
        if (_steps.Take(reported.StepKey) is not { } step) return null;
        _waits.Remove(step);
        return step;
    }

    private void EnterAgain(WorkflowEvent happened, Dictionary<string, (string Key, StepScope Scope)> open)
    {
        switch (happened)
        {
            case PhaseStarted phase:
                _steps.ChangePhase(isInPhase: true);
                _phase = workflow.BeginPhase(new WorkflowPhase(phase.Phase));
                break;
            case PhaseCompleted:
                _steps.ChangePhase(isInPhase: false);
                _phase?.Complete();
                break;
            case StepStarted started:
                var key = started.ClientStepId ?? started.StepName;
                var parent = started.ParentStepId is { } parentId && open.TryGetValue(parentId, out var outer) ? outer : default;
                open[started.StepId] = (key, Begin(parent.Scope, started.StepName, null));
                _steps.Add(key, open[started.StepId].Scope, parent.Key);
                break;
            case StepCompleted or StepFailed or StepSkipped or StepCancelled:
                if (open.Remove(IdOf(happened), out var ended)) _steps.Take(ended.Key);
                break;
        }
    }

    private static string IdOf(WorkflowEvent ending) => ending switch
    {
        StepCompleted step => step.StepId,
        StepFailed step => step.StepId,
        StepSkipped step => step.StepId,
        StepCancelled step => step.StepId,
        _ => "",
    };

    private StepScope? StepOf(in ReportedEvent reported) => reported.StepKey is { } key ? _steps.Find(key) : null;

    private static WorkflowError ErrorOf(in ReportedEvent reported, string code) => ErrorFields.Read(reported.Object("error") ?? reported.Fields, code);

    private void Measure(in ReportedEvent metric)
    {
        var name = metric.Text("name")!;
        switch (metric.Text("kind"))
        {
            case "counter":
                var counter = workflow.Counter(name, metric.Text("unit"));
                counter.Add((long)metric.Number("value")!.Value - counter.Value);
                break;
            case "gauge":
                workflow.Gauge(name, metric.Text("unit")).Set(metric.Number("value")!.Value);
                break;
            case "rate":
                workflow.Rate(name, metric.Text("unit")).Mark((long)(metric.Number("count") ?? metric.Number("value"))!.Value);
                break;
            case "timer":
                workflow.RecordTimer(name, TimeSpan.FromMilliseconds(Math.Min(1e12, (metric.Number("last_ms") ?? metric.Number("value"))!.Value)));
                break;
        }
    }

    private static Dictionary<string, string>? FieldsOf(JsonElement? fields) =>
        fields?.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.Ordinal);
}
