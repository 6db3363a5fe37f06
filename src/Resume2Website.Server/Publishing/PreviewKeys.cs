using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Resume2Website.Server.Access;

namespace Resume2Website.Server.Publishing;

/// <summary>Keys that stand in a preview's address; each opens one preview, on the day it was made and the day after.</summary>
internal sealed class PreviewKeys(TicketKey key, TimeProvider time)
{
    public ValueTask<string> MakeAsync(string jobId, CancellationToken cancellationToken) => MakeAsync(jobId, Today, cancellationToken);

    public async ValueTask<bool> IsValidAsync(string jobId, string presented, CancellationToken cancellationToken) =>
        IsSame(presented, await MakeAsync(jobId, Today, cancellationToken)) || IsSame(presented, await MakeAsync(jobId, Today - 1, cancellationToken));

    private int Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber;

    private static bool IsSame(string presented, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(presented), Encoding.ASCII.GetBytes(right));

    private async ValueTask<string> MakeAsync(string jobId, int day, CancellationToken cancellationToken)
    {
        // The slash stands in no id, so this can never be a ticket.
        var text = string.Create(CultureInfo.InvariantCulture, $"preview/{jobId}/{day}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(await key.GetAsync(cancellationToken), Encoding.UTF8.GetBytes(text)));
    }
}
