namespace LiveWorkflows.AspNetCore.Access;

/// <summary>What somebody wants to do with one workflow.</summary>
public enum WorkflowRight
{
    /// <summary>See its summary and its events.</summary>
    Read,

    /// <summary>Report its events from outside.</summary>
    Report,

    /// <summary>Ask it to stop.</summary>
    Cancel,
}
