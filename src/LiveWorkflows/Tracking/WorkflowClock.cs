namespace LiveWorkflows.Tracking;

/// <summary>Turns the cheap clock readings of the hot path into times.</summary>
internal sealed class WorkflowClock(TimeProvider time)
{
    private readonly long _origin = time.GetTimestamp();
    private readonly DateTimeOffset _originUtc = time.GetUtcNow().ToUniversalTime();

    public DateTimeOffset ToUtc(long timestamp) =>
        timestamp >= _origin ? _originUtc + time.GetElapsedTime(_origin, timestamp) : _originUtc - time.GetElapsedTime(timestamp, _origin);
}
