using System.Net;
using System.Net.Sockets;

namespace Resume2Website.Server.Access;

/// <summary>Who a caller is to limits: the address that the request comes from, by way of no proxies but the configured ones.</summary>
internal static class ClientAddress
{
    /// <summary>A household's or a server's share of IPv6: whoever has one address of it has all.</summary>
    private const int PrefixBytes = 8;

    private const string Unknown = "unknown";

    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? Of(address) : Unknown;

    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address.ToString();
        var prefix = address.GetAddressBytes();
        prefix.AsSpan(PrefixBytes).Clear();
        return new IPAddress(prefix).ToString();
    }
}
