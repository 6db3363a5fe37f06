namespace Resume2Website.Extraction.Llm;

/// <summary>Keeps all jobs from an endpoint that does not work: after a refused key or several failures in a row nobody asks for a while, and then one asks first.</summary>
/// <remarks>Thread-safe; one for the whole program.</remarks>
internal sealed class LlmCircuit(TimeProvider time)
{
    public const int FailuresUntilOpen = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private int _failures;
    private DateTimeOffset? _openUntil;
    private bool _isProbing;
    private string _reason = LlmRemarks.Unavailable;

    /// <summary>Why nobody asks at present; null when everybody may.</summary>
    public string? OpenBecause
    {
        get
        {
            lock (_gate) return _openUntil is { } until && time.GetUtcNow() < until ? _reason : null;
        }
    }

    /// <summary>Asks for leave to call; whoever has it says how it went.</summary>
    /// <exception cref="LlmException">Nobody may call at present.</exception>
    public void Enter()
    {
        lock (_gate)
        {
            if (_openUntil is not { } until) return;
            if (time.GetUtcNow() < until || _isProbing) throw new LlmException(_reason);
            _isProbing = true;
        }
    }

    /// <summary>The call went well.</summary>
    public void Close()
    {
        lock (_gate) (_failures, _openUntil, _isProbing) = (0, null, false);
    }

    /// <summary>The call said nothing about the endpoint, because it was broken off here.</summary>
    public void Leave()
    {
        lock (_gate) _isProbing = false;
    }

    /// <summary>The call failed.</summary>
    public void Fail(LlmException failure)
    {
        lock (_gate)
        {
            _failures++;
            var wasProbe = _isProbing;
            _isProbing = false;
            if (failure.Code == LlmRemarks.KeyRefused) Open(failure, PauseAfterRefusal);
            else if (wasProbe || _failures >= FailuresUntilOpen) Open(failure, failure.RetryAfter is { } asked && asked > Pause ? asked : Pause);
        }
    }

    private void Open(LlmException failure, TimeSpan pause) => (_openUntil, _reason) = (time.GetUtcNow() + pause, failure.Code);
}
