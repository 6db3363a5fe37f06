using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LiveWorkflows;

namespace Resume2Website.Server.Access;

/// <summary>Tickets: each opens one job or workflow to whoever holds it, until a day after its end.</summary>
/// <remarks>
/// A ticket is the HMAC-SHA256 of the id, so none is stored, and a repeated request is given the same one.
/// </remarks>
internal sealed class Tickets(TicketKey key, WorkflowTracker tracker, TimeProvider time)
{
    private const string BearerPrefix = "Bearer ";
    private static readonly TimeSpan ValidAfterEnd = TimeSpan.FromHours(24);

    public async ValueTask<string> IssueAsync(string id, CancellationToken cancellationToken) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await key.GetAsync(cancellationToken), Encoding.UTF8.GetBytes(id)));

    /// <summary>Whether the request brings the ticket of an id, regardless of time.</summary>
    public async ValueTask<bool> IsBroughtAsync(HttpContext context, string id)
    {
        if (Presented(context) is not { } presented) return false;
        var right = await IssueAsync(id, context.RequestAborted);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(presented), Encoding.ASCII.GetBytes(right));
    }

    /// <summary>Whether tickets still open a workflow: while it runs, and for a day after its end.</summary>
    public async ValueTask<bool> IsInTimeAsync(string workflowId, CancellationToken cancellationToken)
    {
        if (tracker.Find(workflowId) is not null) return true;
        return await tracker.GetSummaryAsync(workflowId, cancellationToken) is { } summary
            && !(summary.EndedAt + ValidAfterEnd < time.GetUtcNow());
    }

    private static string? Presented(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)) return header[BearerPrefix.Length..].Trim();
        return context.Request.Query["ticket"] is [{ Length: > 0 } ticket] ? ticket : null;
    }
}
