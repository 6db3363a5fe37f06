namespace LiveWorkflows.EventLog;

/// <summary>The durable, append-only record of every workflow's events.</summary>
/// <remarks>
/// Thread-safe. Within one workflow events are read back in the order of their sequence numbers, without a gap. What
/// <see cref="AppendAsync"/> reported as appended survives the process being killed, on technologies that promise durability.
/// </remarks>
public interface IEventLog
{
    /// <summary>Whether nobody but this process can append: what nobody here writes, nobody writes. False unless a technology knows better.</summary>
    bool IsExclusive => false;

    /// <summary>Appends batches. Each batch is atomic and has a result of its own, at the same index.</summary>
    /// <remarks>
    /// A batch that is refused changes nothing and does not hinder the others. An epoch above the stored one is accepted only with the
    /// right expected position, and is then the stored one. The caller may reuse the events' memory as soon as the call has returned.
    /// </remarks>
    /// <exception cref="ArgumentException">A batch breaks <see cref="AppendRules.Validate(IReadOnlyList{EventBatch})"/>; nothing of the call was appended.</exception>
    /// <exception cref="EventLogUnavailableException">Nothing was appended: the storage is full, locked or out of reach. The call may be repeated.</exception>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default);

    /// <summary>Reads the stored events of a workflow whose sequence number is above <paramref name="afterSequence"/>, then ends.</summary>
    IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default);

    /// <summary>Reads as <see cref="ReadAsync"/> does and then goes on with what is appended, until cancelled or the workflow is deleted.</summary>
    /// <remarks>Cancellation throws <see cref="OperationCanceledException"/>, deletion ends the sequence. A workflow that is not there yet is waited for.</remarks>
    IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default);

    /// <summary>Reads what is stored of all workflows in the order of storage, from behind <paramref name="after"/> (or the start), then ends.</summary>
    /// <remarks>To build an index and then keep it: read all, and follow all from the last position read, or from <see cref="LogPosition.Start"/>.</remarks>
    IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after = default, CancellationToken cancellationToken = default);

    /// <summary>Follows all workflows in the order of storage, from behind <paramref name="after"/> (or from now on, when null), until cancelled.</summary>
    /// <remarks>Events of deleted workflows are left out. An unknown, foreign or future position is read from the start and is never an error.</remarks>
    IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default);

    /// <summary>Where a workflow's log stands, or null when nothing was ever appended for it or it was deleted.</summary>
    ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>Deletes a workflow: first a tombstone that refuses late appends, then the erasure of every event.</summary>
    /// <remarks>
    /// Deleting twice does nothing more. Deleting what was never there leaves the tombstone alone, so that a first append on its way is refused
    /// too. Ids and positions are never used again. When the call returns, no byte of the events is left in the storage's files.
    /// </remarks>
    /// <exception cref="EventLogUnavailableException">The storage is full or out of reach; the call may be repeated, and must be.</exception>
    ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default);
}
