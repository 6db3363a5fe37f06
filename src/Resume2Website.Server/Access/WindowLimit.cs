using System.Threading.RateLimiting;

namespace Resume2Website.Server.Access;

/// <summary>So many within a time, counted in a window that moves by tenths of it; nobody waits for leave.</summary>
internal static class WindowLimit
{
    private const int Tenths = 10;

    public static SlidingWindowRateLimiterOptions Of(int permits, TimeSpan window) =>
        new() { PermitLimit = permits, Window = window, SegmentsPerWindow = Tenths, QueueLimit = 0, AutoReplenishment = true };

    /// <summary>How long to wait before asking again is of use; a tenth of the window where the limiter does not say.</summary>
    public static TimeSpan WaitOf(RateLimitLease lease, TimeSpan window) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : window / Tenths;
}
