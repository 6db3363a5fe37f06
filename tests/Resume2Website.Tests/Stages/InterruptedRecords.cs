using LiveWorkflows.Records;

namespace Resume2Website.Tests.Stages;

/// <summary>A record store under which the world may stop, before and after each change.</summary>
internal sealed class InterruptedRecords(IRecordStore inner, Interruption interruption) : IRecordStore
{
    public ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

    public async ValueTask<long?> PutAsync(string key, ReadOnlyMemory<byte> value, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        await interruption.PassAsync();
        var version = await inner.PutAsync(key, value, expectedVersion, cancellationToken);
        await interruption.PassAsync();
        return version;
    }

    public ValueTask<bool> DeleteAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) => inner.DeleteAsync(key, expectedVersion, cancellationToken);

    public IAsyncEnumerable<StoredRecord> ListAsync(string prefix, string? afterKey = null, CancellationToken cancellationToken = default) =>
        inner.ListAsync(prefix, afterKey, cancellationToken);
}
