namespace LiveWorkflows.Reports;

/// <summary>The facts of the runs of the last 30 days, and the errors of those that are not over.</summary>
internal sealed class RunHistory
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Errors of one run that are kept.</summary>
    private const int KeptErrors = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RunFact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<long, ErrorFact>> _openErrors = new(StringComparer.Ordinal);

    public bool Contains(string key)
    {
        lock (_gate) return _facts.ContainsKey(key);
    }

    /// <summary>Notes an error of a run that is not over; noting the same event again changes nothing.</summary>
    public void AddError(string workflowId, long seq, ErrorFact error)
    {
        lock (_gate)
        {
            if (!_openErrors.TryGetValue(workflowId, out var errors)) _openErrors[workflowId] = errors = [];
            if (errors.Count < KeptErrors) errors[seq] = error;
        }
    }

    /// <summary>The errors of a run, which is over now.</summary>
    public IReadOnlyList<ErrorFact> TakeErrors(string workflowId)
    {
        lock (_gate) return _openErrors.Remove(workflowId, out var errors) ? [.. errors.OrderBy(error => error.Key).Select(error => error.Value)] : [];
    }

    public void Add(string key, RunFact fact)
    {
        lock (_gate) _facts[key] = fact;
    }

    /// <summary>Forgets what ended before a time and gives the keys.</summary>
    public IReadOnlyList<string> Prune(DateTimeOffset before)
    {
        lock (_gate)
        {
            string[] old = [.. _facts.Where(fact => fact.Value.EndedAt < before).Select(fact => fact.Key)];
            foreach (var key in old) _facts.Remove(key);
            return old;
        }
    }

    public IReadOnlyList<RunFact> Facts()
    {
        lock (_gate) return [.. _facts.Values];
    }

    public IReadOnlyList<(string WorkflowId, ErrorFact Error)> OpenErrors()
    {
        lock (_gate) return [.. _openErrors.SelectMany(errors => errors.Value.Values.Select(error => (errors.Key, error)))];
    }
}
