using System.Net.Http;

namespace LiveWorkflows.AspNetCore.Tests.Client;

/// <summary>A network that loses every second answer to reported events, after the server has taken them.</summary>
internal sealed class ForgetfulHandler : DelegatingHandler
{
    private int _reports;

    public ForgetfulHandler() : base(new SocketsHttpHandler())
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (!request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal) || _reports++ % 2 == 1) return answer;
        answer.Dispose();
        throw new HttpRequestException("The answer was lost.");
    }
}
