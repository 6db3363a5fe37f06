using System.Net.Http;

namespace LiveWorkflows.AspNetCore.Tests.Client;

/// <summary>A network on which reported events find no server while it is away.</summary>
internal sealed class AbsentServer() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _tries;

    public volatile bool IsAway;

    public int Tries => Volatile.Read(ref _tries);

    /// <summary>Completes when events were sent for the first time.</summary>
    public TaskCompletionSource IsTried { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal)) return base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref _tries);
        IsTried.TrySetResult();
        return IsAway ? throw new HttpRequestException("Nobody is there.") : base.SendAsync(request, cancellationToken);
    }
}
