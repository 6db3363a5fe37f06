using System.Net.Http;

namespace LiveWorkflows.AspNetCore.Tests.Client;

/// <summary>A network on which nobody answers the first request to a path, as <see cref="HttpClient"/> tells it when its time is over.</summary>
internal sealed class DeafHandler(string path) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _asked;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) && _asked++ == 0)
            throw new TaskCanceledException("The time is over.", new TimeoutException());
        return await base.SendAsync(request, cancellationToken);
    }
}
