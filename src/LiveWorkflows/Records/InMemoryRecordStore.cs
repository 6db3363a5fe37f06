using System.Runtime.CompilerServices;

namespace LiveWorkflows.Records;

/// <summary>A record store that lives as long as the process: for tests, for command lines, for a first try.</summary>
public sealed class InMemoryRecordStore : IRecordStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);
    private long _lastVersion;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        RecordRules.ValidateKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) return ValueTask.FromResult(_records.GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public ValueTask<long?> PutAsync(
        string key, ReadOnlyMemory<byte> value, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        RecordRules.ValidateKey(key);
        RecordRules.ValidateValue(value);
        cancellationToken.ThrowIfCancellationRequested();
        var copy = value.ToArray();
        lock (_gate)
        {
            if (!IsMet(key, expectedVersion)) return ValueTask.FromResult<long?>(null);
            _records[key] = new StoredRecord(key, copy, ++_lastVersion);
            return ValueTask.FromResult<long?>(_lastVersion);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        RecordRules.ValidateKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!IsMet(key, expectedVersion)) return ValueTask.FromResult(false);
            _records.Remove(key);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ListAsync(
        string prefix, string? afterKey = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RecordRules.ValidatePrefix(prefix);
        await Task.CompletedTask.ConfigureAwait(false);
        StoredRecord[] found;
        lock (_gate)
        {
            found = [.. _records.Values.Where(record => record.Key.StartsWith(prefix, StringComparison.Ordinal)
                && string.CompareOrdinal(record.Key, afterKey) > 0)];
        }

        foreach (var record in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    private bool IsMet(string key, long? expectedVersion) =>
        expectedVersion is null || expectedVersion == (_records.GetValueOrDefault(key)?.Version ?? 0);
}
