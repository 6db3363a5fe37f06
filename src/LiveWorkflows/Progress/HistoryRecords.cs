using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveWorkflows.Records;

namespace LiveWorkflows.Progress;

/// <summary>Durations of earlier runs in the record store, one record a type; several processes may add to one.</summary>
internal sealed class HistoryRecords(IRecordStore records)
{
    private const string Prefix = "progress/";
    private const int Attempts = 8;

    /// <summary>The key does not show the type's name, which may have any characters.</summary>
    public static string KeyOf(string type) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(type)).AsSpan(0, 16));

    public async IAsyncEnumerable<(string Type, IReadOnlyList<RunDurations> Runs)> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(Prefix, null, cancellationToken).ConfigureAwait(false))
        {
            if (Read(record) is { } kept) yield return (kept.Type, kept.ToRuns());
        }
    }

    /// <summary>Adds runs to a type's record and gives all it has then; null when others wrote it all the time.</summary>
    public async ValueTask<IReadOnlyList<RunDurations>?> AddAsync(string type, IReadOnlyList<RunDurations> runs, CancellationToken cancellationToken)
    {
        var key = KeyOf(type);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await records.GetAsync(key, cancellationToken).ConfigureAwait(false);
            var all = TypeHistory.Last([.. Read(known)?.ToRuns() ?? [], .. runs]);
            if (await records.PutAsync(key, Write(type, all), known?.Version ?? 0, cancellationToken).ConfigureAwait(false) is not null) return all;
        }

        return null;
    }

    public async ValueTask DeleteAsync(string type, CancellationToken cancellationToken) =>
        await records.DeleteAsync(KeyOf(type), null, cancellationToken).ConfigureAwait(false);

    /// <summary>Names of many letters may make a record too large: then the older half of the runs goes.</summary>
    private static byte[] Write(string type, List<RunDurations> runs)
    {
        while (true)
        {
            var value = JsonSerializer.SerializeToUtf8Bytes(HistoryRecord.Of(type, runs), HistoryJson.Default.HistoryRecord);
            if (value.Length <= RecordRules.MaxValueLength || runs.Count == 0) return value;
            runs.RemoveRange(0, (runs.Count + 1) / 2);
        }
    }

    /// <summary>A record that cannot be read is as good as none: it is written anew.</summary>
    private static HistoryRecord? Read(StoredRecord? record)
    {
        try
        {
            return record is null ? null : JsonSerializer.Deserialize(record.Value.Span, HistoryJson.Default.HistoryRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
