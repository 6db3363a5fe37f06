using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>The steps that a reporter has open, under the names it gave them, in the order they began.</summary>
internal sealed class OpenSteps
{
    private readonly List<(string Key, StepScope? Scope, bool IsInPhase)> _steps = [];
    private bool _isInPhase;

    /// <summary>To see whether an array fits before anything of it is taken.</summary>
    public OpenSteps Copy()
    {
        var copy = new OpenSteps { _isInPhase = _isInPhase };
        copy._steps.AddRange(_steps);
        return copy;
    }

    /// <summary>A phase begins or ends, and with the one before it end its steps; those that began outside of any stay open.</summary>
    public void ChangePhase(bool isInPhase)
    {
        _steps.RemoveAll(step => step.IsInPhase);
        _isInPhase = isInPhase;
    }

    public void Add(string key, StepScope? scope, string? parentKey = null)
    {
        var parent = parentKey is null ? -1 : IndexOf(parentKey);
        _steps.Add((key, scope, parent < 0 ? _isInPhase : _steps[parent].IsInPhase));
    }

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
                ChangePhase(reported.Type == PhaseStarted.Name);
                return null;
            case StepStarted.Name:
                if (IndexOf(reported.StepKey) >= 0) return "begins a step that is open already";
                var parent = reported.Text("parent_step_id");
                if (parent is not null && IndexOf(parent) < 0) return "names a parent step that is not open";
                Add(reported.StepKey!, null, parent);
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
