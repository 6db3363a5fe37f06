namespace LiveWorkflows.Bench.Streams;

/// <summary>A server with readers on it.</summary>
internal sealed class StreamLoad : IAsyncDisposable
{
    private readonly List<StreamClient> _clients = [];

    private StreamLoad(ServerProcess server) => Server = server;

    public ServerProcess Server { get; }

    public IReadOnlyList<StreamClient> Clients => _clients;

    public long Events => _clients.Sum(client => client.Events);

    public static async Task<StreamLoad> StartAsync(bool isPeer, bool inline, int readers)
    {
        var load = new StreamLoad(await ServerProcess.StartAsync(isPeer, inline));
        await load.OpenAsync(readers);
        return load;
    }

    public async Task OpenAsync(int readers)
    {
        foreach (var some in Enumerable.Range(0, readers).Chunk(100))
        {
            var opened = some.Select(_ => new StreamClient()).ToArray();
            await Task.WhenAll(opened.Select(client => client.OpenAsync(Server.Stream)));
            _clients.AddRange(opened);
            await Server.WaitForStreamsAsync(_clients.Count);
        }
    }

    /// <summary>Readers that come and go again.</summary>
    public async Task OpenAndCloseAsync(int readers)
    {
        var passing = Enumerable.Range(0, readers).Select(_ => new StreamClient()).ToArray();
        await Task.WhenAll(passing.Select(client => client.OpenAsync(Server.Stream)));
        await Server.WaitForStreamsAsync(_clients.Count + readers);
        foreach (var client in passing) client.Close();
        await Server.WaitForStreamsAsync(_clients.Count, isAtMost: true);
    }

    /// <summary>Has the server be busy; gives the events delivered per second of its CPU time and per second of time.</summary>
    public async Task<(double PerCpuSecond, double PerSecond)> DeliverAsync(double perSecond, TimeSpan duration)
    {
        var (events, cpu, begun) = (Events, Server.CpuSeconds, System.Diagnostics.Stopwatch.GetTimestamp());
        await Server.SayAsync(perSecond, duration);
        await SettleAsync();
        var delivered = Events - events;
        return (delivered / (Server.CpuSeconds - cpu), delivered / System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    /// <summary>The ages at which events reach their readers, in milliseconds.</summary>
    public async Task<double[]> AgesAsync(double perSecond, TimeSpan duration)
    {
        foreach (var client in _clients) client.TakesAges = true;
        await Server.SayAsync(perSecond, duration);
        await SettleAsync();
        foreach (var client in _clients) client.TakesAges = false;
        return [.. _clients.SelectMany(client => client.TakeAges())];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Close();
        await Server.DisposeAsync();
    }

    /// <summary>Waits until nothing more arrives.</summary>
    private async Task SettleAsync()
    {
        for (var before = -1L; before != Events;)
        {
            before = Events;
            await Task.Delay(50);
        }
    }
}
