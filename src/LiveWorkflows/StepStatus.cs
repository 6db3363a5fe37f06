namespace LiveWorkflows;

/// <summary>Where a step or a phase stands.</summary>
public enum StepStatus
{
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

    /// <summary>It was not needed.</summary>
    Skipped,
}
