using System.Net;
using System.Net.Http;

namespace LiveWorkflows.AspNetCore.Tests.Client;

/// <summary>A network whose first stream goes silent; what comes after goes to the server.</summary>
internal sealed class HalfDeadHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _requests;

    public SilentStream First { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _requests++ == 0
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(First) })
            : base.SendAsync(request, cancellationToken);
}
