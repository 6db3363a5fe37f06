using System.Net.Http;

namespace LiveWorkflows.AspNetCore.Tests.Client;

/// <summary>A network that cuts every stream after so many bytes, wherever that is.</summary>
internal sealed class CuttingHandler(int bytes) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[bytes];
        var read = await stream.ReadAtLeastAsync(buffer, bytes, throwOnEndOfStream: false, cancellationToken);
        answer.Content = new StreamContent(new MemoryStream(buffer, 0, read));
        return answer;
    }
}
