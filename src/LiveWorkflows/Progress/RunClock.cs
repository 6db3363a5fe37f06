namespace LiveWorkflows.Progress;

/// <summary>The run's time at work: it stands still while all that is open waits for something from outside, and while nobody has the workflow.</summary>
internal sealed class RunClock
{
    private DateTimeOffset? _begun;
    private DateTimeOffset _last;
    private DateTimeOffset? _standing;
    private double _stood;

    public bool IsStanding => _standing is not null;

    public void Begin(DateTimeOffset at) => (_begun, _last) = (at, at);

    public void Note(DateTimeOffset at)
    {
        if (at > _last) _last = at;
    }

    /// <summary>A worker takes the workflow up again: between its last word and now nobody was at work.</summary>
    public void Resume(DateTimeOffset at)
    {
        if (_begun is null || _standing is not null) return;
        _stood += Math.Max(0, (at - _last).TotalMilliseconds);
        _last = at;
    }

    public void Stand(bool still, DateTimeOffset at)
    {
        if (still == IsStanding) return;
        if (_standing is { } since) _stood += Math.Max(0, (at - since).TotalMilliseconds);
        _standing = still ? at : null;
    }

    /// <summary>Milliseconds at work since the start.</summary>
    public double At(DateTimeOffset now) =>
        _begun is { } begun ? Math.Max(0, ((_standing is { } since && since < now ? since : now) - begun).TotalMilliseconds - _stood) : 0;
}
