namespace LiveWorkflows.EventLog;

/// <summary>The durable, append-only record of every workflow's events.</summary>
/// <remarks>
/// Thread-safe. Within one workflow events are read back in the order of their sequence numbers, without a gap. What
/// <see cref="AppendAsync"/> reported as appended survives the process being killed, on technologies that promise durability.
/// </remarks>
public interface IEventLog
{
    /// <summary>Appends batches. Each batch is atomic and has a result of its own, at the same index.</summary>
    /// <remarks>A batch that is refused changes nothing and does not hinder the others.</remarks>
    /// <exception cref="EventLogUnavailableException">Nothing was appended: the storage is full, locked or out of reach. The call may be repeated.</exception>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default);

    /// <summary>Reads the stored events of a workflow whose sequence number is above <paramref name="afterSequence"/>, then ends.</summary>
    IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default);

    /// <summary>Reads as <see cref="ReadAsync"/> does and then goes on with what is appended, until cancelled or the workflow is deleted.</summary>
    IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default);

    /// <summary>Follows all workflows in the order of storage, from behind <paramref name="after"/> (or from now on, when null), until cancelled.</summary>
    /// <remarks>An unknown, foreign or future position is read from the start and is never an error.</remarks>
    IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default);

    /// <summary>Where a workflow's log stands, or null when nothing was ever appended for it or it was deleted.</summary>
    ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>Deletes a workflow: first a tombstone that refuses late appends, then the erasure of every event.</summary>
    /// <remarks>Deleting what is not there, or twice, does nothing. Ids and positions are never used again.</remarks>
    ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default);
}
