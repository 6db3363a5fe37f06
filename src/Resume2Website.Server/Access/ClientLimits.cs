using System.Threading.RateLimiting;
using LiveWorkflows.AspNetCore.Problems;
using Microsoft.Extensions.Options;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Access;

/// <summary>How many uploads, and how many of them for a language model, a client may send within a time, how often it may change and look at sites, and all clients together.</summary>
/// <remarks>Thread-safe. Operators are not counted: whoever sits at the machine, or brings the key, has other means to bring it to its knees.</remarks>
internal sealed class ClientLimits : IDisposable
{
    private const string Operators = "operators";
    private const string Everybody = "everybody";
    private readonly OperatorAccess _operators;
    private readonly LlmCallLimit _calls;
    private readonly LimitsOptions _limits;
    private readonly PartitionedRateLimiter<HttpContext> _uploads;
    private readonly PartitionedRateLimiter<HttpContext> _llm;
    private readonly PartitionedRateLimiter<HttpContext> _changes;
    private readonly PartitionedRateLimiter<HttpContext> _looks;

    public ClientLimits(IOptions<ServerOptions> options, OperatorAccess operators, LlmCallLimit calls)
    {
        (_operators, _calls, _limits) = (operators, calls, options.Value.Limits);
        _uploads = Limiter(_limits.UploadsPerClient, _limits.UploadsOfAll, _limits.UploadWindow);
        _changes = Limiter(_limits.ChangesPerClient, _limits.ChangesOfAll, _limits.DesignWindow);
        _looks = Limiter(_limits.LooksPerClient, _limits.LooksOfAll, _limits.DesignWindow);
        _llm = Limiter(ClientAddress.Of, _limits.LlmCvsPerClient, _limits.LlmWindow);
    }

    /// <summary>Whether what the caller does is counted.</summary>
    public bool IsLimited(HttpContext context) => _limits.Enabled && !_operators.IsOperator(context);

    /// <summary>Counts an upload, or another run of one.</summary>
    /// <exception cref="RefusedException">There were too many.</exception>
    public void TakeUpload(HttpContext context) => Take(_uploads, context, _limits.UploadWindow, ServerProblems.UploadLimitReached);

    /// <summary>Counts a CV that a language model is to read, if one may be asked at present.</summary>
    /// <exception cref="RefusedException">There were too many.</exception>
    public void TakeLlm(HttpContext context)
    {
        if (_calls.Wait is { } wait) throw new RefusedException(ServerProblems.LlmLimitReached(wait));
        Take(_llm, context, _limits.LlmWindow, ServerProblems.LlmLimitReached);
    }

    /// <summary>Counts a change that has a site rendered, checked and stored.</summary>
    /// <exception cref="RefusedException">There were too many.</exception>
    public void TakeChange(HttpContext context) => Take(_changes, context, _limits.DesignWindow, ServerProblems.ChangeLimitReached);

    /// <summary>Counts a site that is rendered only to be looked at.</summary>
    /// <exception cref="RefusedException">There were too many.</exception>
    public void TakeLook(HttpContext context) => Take(_looks, context, _limits.DesignWindow, ServerProblems.LookLimitReached);

    public void Dispose()
    {
        _changes.Dispose();
        _looks.Dispose();
        _uploads.Dispose();
        _llm.Dispose();
    }

    private static void Take(PartitionedRateLimiter<HttpContext> limiter, HttpContext context, TimeSpan window, Func<TimeSpan, WorkflowProblem> problem)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (!lease.IsAcquired) throw new RefusedException(problem(WindowLimit.WaitOf(lease, window)));
    }

    private PartitionedRateLimiter<HttpContext> Limiter(int ofClient, int ofAll, TimeSpan window) =>
        PartitionedRateLimiter.CreateChained(Limiter(ClientAddress.Of, ofClient, window), Limiter(_ => Everybody, ofAll, window));

    private PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> keyOf, int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => IsLimited(context)
            ? RateLimitPartition.GetSlidingWindowLimiter(keyOf(context), _ => WindowLimit.Of(permits, window))
            : RateLimitPartition.GetNoLimiter(Operators));
}
