namespace LiveWorkflows;

/// <summary>A part of a workflow, by name. The set is open: make your own with <c>new WorkflowPhase("TRAINING")</c>.</summary>
/// <param name="Name">The name, as it stands on the wire.</param>
public readonly record struct WorkflowPhase(string Name)
{
    /// <summary>Checks of what came in.</summary>
    public static WorkflowPhase Validation { get; } = new("VALIDATION");

    /// <summary>The work itself.</summary>
    public static WorkflowPhase Processing { get; } = new("PROCESSING");

    /// <summary>Making what goes out.</summary>
    public static WorkflowPhase Generation { get; } = new("GENERATION");

    /// <summary>Clearing up and summing up.</summary>
    public static WorkflowPhase Finalization { get; } = new("FINALIZATION");

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
