using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Resume2Website.Extraction.Llm;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Access;

/// <summary>How many requests all CVs together may send to the language model within a time.</summary>
internal sealed class LlmCallLimit(IOptions<ServerOptions> options) : ILlmCallLimit, IDisposable
{
    private readonly LimitsOptions _limits = options.Value.Limits;
    private readonly SlidingWindowRateLimiter _limiter = new(WindowLimit.Of(options.Value.Limits.LlmCallsOfAll, options.Value.Limits.LlmWindow));

    /// <summary>How long no request may be sent; null when one may be sent now.</summary>
    public TimeSpan? Wait
    {
        get
        {
            if (!_limits.Enabled) return null;
            // None is taken: it is only asked whether there are any.
            using var lease = _limiter.AttemptAcquire(permitCount: 0);
            return lease.IsAcquired ? null : WindowLimit.WaitOf(lease, _limits.LlmWindow);
        }
    }

    /// <inheritdoc />
    public bool TryTake()
    {
        if (!_limits.Enabled) return true;
        using var lease = _limiter.AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
