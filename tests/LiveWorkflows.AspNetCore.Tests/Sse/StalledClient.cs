using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>Asks for a stream and then reads nothing of it.</summary>
internal static class StalledClient
{
    public static async Task<Socket> ConnectAsync(Uri address, string path)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
        return socket;
    }
}
