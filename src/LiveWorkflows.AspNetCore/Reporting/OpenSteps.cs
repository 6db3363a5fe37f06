using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>The steps that a reporter has open, under the names it gave them, in the order they began.</summary>
internal sealed class OpenSteps
{
    private readonly List<(string Key, StepScope? Scope)> _steps;

    public OpenSteps() => _steps = [];

    private OpenSteps(IEnumerable<(string, StepScope?)> steps) => _steps = [.. steps];

    /// <summary>To see whether an array fits before anything of it is taken.</summary>
    public OpenSteps Copy() => new(_steps);

    public void Clear() => _steps.Clear();

    public void Add(string key, StepScope? scope) => _steps.Add((key, scope));

    public StepScope? Find(string? key) => IndexOf(key) is >= 0 and var index ? _steps[index].Scope : null;

    public StepScope? Take(string? key)
    {
        var index = IndexOf(key);
        if (index < 0) return null;
        var scope = _steps[index].Scope;
        _steps.RemoveAt(index);
        return scope;
    }

    /// <summary>Does in names only what an event would do; gives what is wrong with it here.</summary>
    public string? Rehearse(in ReportedEvent reported)
    {
        switch (reported.Type)
        {
            case PhaseStarted.Name or PhaseCompleted.Name:
                Clear();
                return null;
            case StepStarted.Name:
                if (IndexOf(reported.StepKey) >= 0) return "begins a step that is open already";
                if (reported.Text("parent_step_id") is { } parent && IndexOf(parent) < 0) return "names a parent step that is not open";
                Add(reported.StepKey!, null);
                return null;
            case StepCompleted.Name or StepFailed.Name or StepSkipped.Name or StepCancelled.Name:
                if (IndexOf(reported.StepKey) < 0) return "ends a step that is not open";
                Take(reported.StepKey);
                return null;
            case StepRetried.Name or StepWaiting.Name or StepResumed.Name or Progressed.Name:
                return IndexOf(reported.StepKey) < 0 ? "speaks of a step that is not open" : null;
            default:
                return null;
        }
    }

    /// <summary>Without a name, the step that began last is meant.</summary>
    private int IndexOf(string? key) => key is null ? _steps.Count - 1 : _steps.FindLastIndex(step => step.Key == key);
}
