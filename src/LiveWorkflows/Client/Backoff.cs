namespace LiveWorkflows.Client;

/// <summary>Pauses that double from 200 ms up to 10 s, jittered, so that many clients do not come back in the same moment.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private int _failures;

    public int Failures => _failures;

    public void Reset() => _failures = 0;

    public Task PauseAsync(double? atLeastMs, CancellationToken cancellationToken)
    {
        var longest = Math.Min(10_000, 200 * Math.Pow(2, Math.Min(_failures++, 10)));
        var pause = longest * (0.5 + Random.Shared.NextDouble() / 2);
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Max(pause, Math.Min(atLeastMs ?? 0, 60_000))), time, cancellationToken);
    }
}
