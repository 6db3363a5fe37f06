namespace LiveWorkflows;

/// <summary>Where a workflow stands.</summary>
public enum WorkflowStatus
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>It is at work.</summary>
    Running,

    /// <summary>It waits for something from outside.</summary>
    Waiting,

    /// <summary>It ended well.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was stopped.</summary>
    Cancelled,

    /// <summary>Its process died or let go of it, and nobody took it up.</summary>
    Abandoned,
}
