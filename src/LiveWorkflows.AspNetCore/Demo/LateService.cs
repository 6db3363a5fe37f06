using System.Net;
using System.Net.Sockets;

namespace LiveWorkflows.AspNetCore.Demo;

/// <summary>A port of this machine on which nobody listens at first, so that the first connection is really refused.</summary>
internal sealed class LateService : IDisposable
{
    private readonly int _port;
    private TcpListener? _listener;

    public LateService()
    {
        using var finder = new TcpListener(IPAddress.Loopback, 0);
        finder.Start();
        _port = ((IPEndPoint)finder.LocalEndpoint).Port;
    }

    public void Listen()
    {
        _listener ??= new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
    }

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _listener?.Dispose();
}
