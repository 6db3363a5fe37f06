using System.Security.Cryptography;
using LiveWorkflows.Records;

namespace Resume2Website.Server.Access;

/// <summary>The secret that tickets are made with: random, made once, shared by every server on the same storage.</summary>
internal sealed class TicketKey(IRecordStore records)
{
    private const string Key = "server/ticket-key";
    private const int Length = 32;
    private byte[]? _value;

    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken) => _value ??= await LoadAsync(cancellationToken);

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        if (await records.GetAsync(Key, cancellationToken) is { } stored) return stored.Value.ToArray();
        var made = RandomNumberGenerator.GetBytes(Length);
        if (await records.PutAsync(Key, made, expectedVersion: 0, cancellationToken) is not null) return made;
        return (await records.GetAsync(Key, cancellationToken))!.Value.ToArray();
    }
}
