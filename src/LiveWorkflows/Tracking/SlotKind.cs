namespace LiveWorkflows.Tracking;

/// <summary>What a slot of the event buffer says happened.</summary>
internal enum SlotKind : byte
{
    WorkflowStarted,
    PhaseStarted,
    PhaseEnded,
    StepStarted,
    StepCompleted,
    StepRetried,
    StepWaiting,
    StepResumed,
    StepFailed,
    StepSkipped,
    StepCancelled,
    Log,
    Confidence,
    Warning,
    Error,
    Custom,
    Completed,
    Failed,
    Cancelled,
}
