using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>Where a client wants to go on: the header of <c>EventSource</c> beats the query, which is for the first connection.</summary>
internal static class LastEventId
{
    public static string? Of(HttpRequest request)
    {
        if (request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header) return header;
        return request.Query["last_event_id"].ToString() is { Length: > 0 } query ? query : null;
    }

    /// <summary>The sequence number behind which to go on; 0, the start, for whatever is no number.</summary>
    public static long SequenceOf(HttpRequest request) =>
        long.TryParse(Of(request), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
