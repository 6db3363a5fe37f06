namespace LiveWorkflows;

/// <summary>Settings of a <see cref="WorkflowTracker"/>.</summary>
public sealed class WorkflowTrackerOptions
{
    /// <summary>How often pending events are stored and published while anything runs. 1 to 1,000 ms; 8 ms by default.</summary>
    public TimeSpan PumpInterval { get; set; } = TimeSpan.FromMilliseconds(8);

    /// <summary>Unstored events, in bytes, beyond which lifecycle calls wait and lines of log are dropped; 64 MB by default.</summary>
    public long MaxUnstoredBytes { get; set; } = 64L << 20;

    /// <summary>How long the disposal of a workflow waits for its end to be stored, when the log is away; 10 s by default.</summary>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after the start of the program a workflow that its last run left open may still be resumed, before it ends as abandoned; 30 s by default.</summary>
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the disposal of a workflow waits for its hooks; 5 s by default.</summary>
    public TimeSpan HookTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
