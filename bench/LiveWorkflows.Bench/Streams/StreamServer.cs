using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Bench.Streams;

/// <summary>The server under test, in a process of its own: told what to do by lines on its input, it answers each with a line.</summary>
internal static class StreamServer
{
    public static async Task<int> RunAsync(string[] settings)
    {
        await using IStreamedServer server = settings.Contains("peer") ? new PeerServer() : new LiveServer(isTuned: settings.Contains("inline"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Contains("inline")) kestrel.Limits.MaxResponseBufferSize = 32 * 1024;
        });
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = settings.Contains("inline"));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        server.Register(builder);
        await using var application = builder.Build();
        var path = await server.MapAsync(application);
        await application.StartAsync();
        Console.WriteLine(application.Urls.Single() + path);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["say", var perSecond, var milliseconds]:
                    await SayAsync(server, double.Parse(perSecond, CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture)));
                    Console.WriteLine("said");
                    break;
                case ["streams"]:
                    Console.WriteLine(server.Streams);
                    break;
                case ["memory"]:
                    Console.WriteLine(Memory());
                    break;
                case ["stop"]:
                    var begun = Stopwatch.GetTimestamp();
                    await application.StopAsync();
                    Console.WriteLine(Stopwatch.GetElapsedTime(begun).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
                    return 0;
            }
        }

        return 0;
    }

    /// <summary>Says so many things a second, each with the clock's reading; falls behind only when the server itself holds it up.</summary>
    private static Task SayAsync(IStreamedServer server, double perSecond, TimeSpan duration) => Task.Factory.StartNew(
        () =>
        {
            var filler = new string('x', 120);
            var begun = Stopwatch.GetTimestamp();
            for (var said = 0; ;)
            {
                var elapsed = Stopwatch.GetElapsedTime(begun);
                if (elapsed >= duration) return;
                var due = (int)(elapsed.TotalSeconds * perSecond) + 1;
                if (due - said > perSecond / 10) said = due - (int)Math.Ceiling(perSecond / 10);
                for (; said < due; said++)
                {
                    var saying = server.SayAsync(string.Create(CultureInfo.InvariantCulture, $"at={Stopwatch.GetTimestamp()} {filler}"));
                    if (!saying.IsCompletedSuccessfully) saying.AsTask().GetAwaiter().GetResult();
                }

                Thread.Sleep(1);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static string Memory()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {Machine.Memory().Now}");
    }
}
