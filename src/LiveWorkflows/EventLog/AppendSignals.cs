namespace LiveWorkflows.EventLog;

/// <summary>Tells followers within this process that there is something new to read.</summary>
internal sealed class AppendSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Following> _followed = new(StringComparer.Ordinal);

    /// <summary>Raised after every append.</summary>
    public WakeSignal All { get; } = new();

    /// <summary>Begins to listen for one workflow; to be disposed by whoever listens.</summary>
    public Following Follow(string workflowId)
    {
        lock (_gate)
        {
            if (!_followed.TryGetValue(workflowId, out var following)) _followed[workflowId] = following = new Following(this, workflowId);
            following.Listeners++;
            return following;
        }
    }

    /// <summary>Wakes the followers of one workflow.</summary>
    public void Raise(string workflowId)
    {
        Following? following;
        lock (_gate) _followed.TryGetValue(workflowId, out following);
        following?.Signal.Raise();
    }

    /// <summary>Wakes everyone.</summary>
    public void RaiseEveryone()
    {
        Following[] all;
        lock (_gate) all = [.. _followed.Values];
        foreach (var following in all) following.Signal.Raise();
        All.Raise();
    }

    private void Leave(Following following)
    {
        lock (_gate)
        {
            if (--following.Listeners == 0) _followed.Remove(following.WorkflowId);
        }
    }

    /// <summary>The listeners of one workflow; forgotten when the last has gone.</summary>
    internal sealed class Following(AppendSignals owner, string workflowId) : IDisposable
    {
        public string WorkflowId => workflowId;

        public WakeSignal Signal { get; } = new();

        public int Listeners { get; set; }

        public void Dispose() => owner.Leave(this);
    }
}
