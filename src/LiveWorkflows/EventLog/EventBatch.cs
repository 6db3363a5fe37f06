namespace LiveWorkflows.EventLog;

/// <summary>Events of one workflow that are appended together or not at all.</summary>
public sealed record EventBatch
{
    /// <summary>The workflow all events belong to.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The writer's fencing epoch: a batch with an epoch below the highest one seen is refused.</summary>
    public required long Epoch { get; init; }

    /// <summary>The position of the workflow's last stored batch as the writer knows it; null when it knows of none.</summary>
    public LogPosition? ExpectedPosition { get; init; }

    /// <summary>The events, in order; sequence numbers rise by one and follow the last stored one.</summary>
    public required IReadOnlyList<NewEvent> Events { get; init; }
}
