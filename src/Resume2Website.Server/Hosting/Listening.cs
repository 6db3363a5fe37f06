namespace Resume2Website.Server.Hosting;

/// <summary>How Kestrel listens, and what a connection may cost.</summary>
internal static class Listening
{
    private const long MaxOrdinaryBody = 1 << 20;

    public static void Configure(WebApplicationBuilder builder, ServerOptions options)
    {
        if (ListenAddresses.Read(builder.Configuration).Count == 0) builder.WebHost.UseUrls(ListenAddresses.Default);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Uploads have their own, larger limit.
            kestrel.Limits.MaxRequestBodySize = MaxOrdinaryBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = options.InlineScheduling);

        // An orderly end takes a moment; whatever hangs beyond it is cut, since jobs and streams resume anyway.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
    }
}
