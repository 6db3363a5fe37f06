using System.Runtime.CompilerServices;
using LiveWorkflows.Records;

namespace LiveWorkflows.Sqlite;

/// <summary>Records in SQLite: a row a key, versions from one counter for all, so that none is ever used again.</summary>
internal sealed class SqliteRecordStore(SqliteDatabase database) : IRecordStore
{
    private const int SliceSize = 64;

    public ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        RecordRules.ValidateKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(
            "SELECT value, version FROM records WHERE key = $0",
            reader => reader.Read() ? new StoredRecord(key, reader.GetFieldValue<byte[]>(0), reader.GetInt64(1)) : null,
            Unavailable,
            key));
    }

    public async ValueTask<long?> PutAsync(
        string key, ReadOnlyMemory<byte> value, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        RecordRules.ValidateKey(key);
        RecordRules.ValidateValue(value);
        return await database.WriteAsync(session => Put(session, key, value, expectedVersion), Unavailable, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> DeleteAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        RecordRules.ValidateKey(key);
        return await database.WriteAsync(
            session =>
            {
                if (!IsMet(session, key, expectedVersion)) return false;
                session.Execute("DELETE FROM records WHERE key = $0", key);
                return true;
            },
            Unavailable,
            cancellationToken,
            erasesTraces: true).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<StoredRecord> ListAsync(
        string prefix, string? afterKey = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RecordRules.ValidatePrefix(prefix);
        await Task.CompletedTask.ConfigureAwait(false);
        var behind = afterKey ?? "";
        for (var slice = Slice(prefix, behind); slice.Count > 0; slice = Slice(prefix, behind))
        {
            foreach (var record in slice)
            {
                cancellationToken.ThrowIfCancellationRequested();
                behind = record.Key;
                yield return record;
            }
        }
    }

    private static long? Put(WriteSession session, string key, ReadOnlyMemory<byte> value, long? expectedVersion)
    {
        if (!IsMet(session, key, expectedVersion)) return null;
        var version = (long)session.Scalar("UPDATE record_versions SET last = last + 1 RETURNING last")!;
        session.Execute(
            "INSERT INTO records (key, value, version) VALUES ($0, $1, $2) ON CONFLICT (key) DO UPDATE SET value = $1, version = $2",
            key, value.ToArray(), version);
        return version;
    }

    private static bool IsMet(WriteSession session, string key, long? expectedVersion) =>
        expectedVersion is null || expectedVersion == (long)(session.Scalar("SELECT version FROM records WHERE key = $0", key) ?? 0L);

    // Keys are ASCII, so U+007F stands behind every key that begins with the prefix.
    private List<StoredRecord> Slice(string prefix, string behind) => database.Read(
        "SELECT key, value, version FROM records WHERE key > $0 AND key >= $1 AND key < $2 ORDER BY key LIMIT $3",
        reader =>
        {
            var slice = new List<StoredRecord>();
            while (reader.Read()) slice.Add(new StoredRecord(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2)));
            return slice;
        },
        Unavailable,
        behind, prefix, prefix + '\u007f', SliceSize);

    private static RecordStoreUnavailableException Unavailable(Exception failure) =>
        new("The record store cannot reach its database at present.", failure);
}
