using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Resume2Website.Server.Access;

/// <summary>Takes a client's address and scheme from the proxies that are configured, and from nobody else.</summary>
internal static class KnownProxies
{
    public static void Use(IApplicationBuilder app, AccessOptions options)
    {
        if (options.KnownProxies.Count == 0) return;

        // Every proxy on the way has to be a known one, so that their number need not be limited.
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var text in options.KnownProxies)
        {
            if (TryParse(text, out var network)) headers.KnownIPNetworks.Add(network.Value);
        }

        app.UseForwardedHeaders(headers);
    }

    /// <summary>An address, or a network such as <c>10.0.0.0/8</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out System.Net.IPNetwork? network)
    {
        network = null;
        if (IPAddress.TryParse(text, out var address)) network = new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        else if (System.Net.IPNetwork.TryParse(text, out var several)) network = several;
        return network is not null;
    }
}
