using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveWorkflows.Records;

namespace Resume2Website.Server.Uploads;

/// <summary>Remembers for a day which upload an <c>Idempotency-Key</c> stands for.</summary>
internal sealed class IdempotencyClaims(IRecordStore records, TimeProvider time)
{
    private const string Prefix = "idempotency/";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The record's key for what a caller sent.</summary>
    /// <param name="caller">The visitor; for a caller without a session the file's digest, so that a guessed key opens nobody's job.</param>
    /// <param name="idempotencyKey">The header's value.</param>
    public static string KeyOf(string caller, string idempotencyKey) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{idempotencyKey}")));

    /// <summary>Claims the key for a job, or gives the claim that stands already.</summary>
    public async ValueTask<IdempotencyClaim> ClaimAsync(string key, string jobId, string content, CancellationToken cancellationToken)
    {
        var claim = new IdempotencyClaim { JobId = jobId, Content = content, ClaimedAt = time.GetUtcNow() };
        while (true)
        {
            if (await records.PutAsync(key, Write(claim), expectedVersion: 0, cancellationToken) is not null) return claim;
            if (await records.GetAsync(key, cancellationToken) is { } record) return Read(record);
        }
    }

    public async ValueTask MarkTakenAsync(string key, IdempotencyClaim claim, CancellationToken cancellationToken) =>
        await records.PutAsync(key, Write(claim with { IsTaken = true }), null, cancellationToken);

    public async ValueTask ForgetAsync(string key, CancellationToken cancellationToken) => await records.DeleteAsync(key, null, cancellationToken);

    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(Prefix, null, cancellationToken))
        {
            if (Read(record).ClaimedAt + Lifetime < time.GetUtcNow()) await records.DeleteAsync(record.Key, record.Version, cancellationToken);
        }
    }

    private static byte[] Write(IdempotencyClaim claim) => JsonSerializer.SerializeToUtf8Bytes(claim, UploadsJson.Default.IdempotencyClaim);

    private static IdempotencyClaim Read(StoredRecord record) => JsonSerializer.Deserialize(record.Value.Span, UploadsJson.Default.IdempotencyClaim)!;
}
