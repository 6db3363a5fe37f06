namespace LiveWorkflows.Records;

/// <summary>Small values under keys, changed by compare-and-set.</summary>
/// <remarks>Thread-safe and linearizable per key. Versions of a key rise and are never used again, not even after a deletion.</remarks>
public interface IRecordStore
{
    /// <summary>The record under a key, or null.</summary>
    ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a value, durable when the call returns, and gives its new version; null when <paramref name="expectedVersion"/> was not met.</summary>
    /// <param name="key">Segments parted by <c>/</c>, each of the characters of an id (<see cref="WorkflowId"/>); at most 256 characters.</param>
    /// <param name="value">At most 1 MiB.</param>
    /// <param name="expectedVersion">The version the key must have; 0: the key must not exist; null: whatever it is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RecordStoreUnavailableException">Nothing was written: the storage is full or out of reach.</exception>
    ValueTask<long?> PutAsync(string key, ReadOnlyMemory<byte> value, long? expectedVersion = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a record. False when <paramref name="expectedVersion"/> was not met; true also when there was nothing and none was expected.</summary>
    ValueTask<bool> DeleteAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default);

    /// <summary>The records whose key begins with <paramref name="prefix"/> and comes after <paramref name="afterKey"/>, in ordinal order of keys.</summary>
    IAsyncEnumerable<StoredRecord> ListAsync(string prefix, string? afterKey = null, CancellationToken cancellationToken = default);
}
