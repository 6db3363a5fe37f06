using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LiveWorkflows.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.Bench.Streams;

/// <summary>Streams as they are usually made: a bounded channel per client, a broadcaster, and <c>TypedResults.ServerSentEvents</c>. The events are the same.</summary>
internal sealed class PeerServer : IStreamedServer
{
    private readonly ConcurrentDictionary<Channel<Logged>, bool> _clients = [];
    private long _sequence;

    public int Streams => _clients.Count;

    public void Register(WebApplicationBuilder builder) =>
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, WorkflowJson.Default));

    public Task<string> MapAsync(WebApplication application)
    {
        application.MapGet("/stream", (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(ReadAsync(cancellationToken), Logged.Name));
        return Task.FromResult("/stream");
    }

    public async ValueTask SayAsync(string message)
    {
        var said = new Logged { WorkflowId = "busy", Seq = ++_sequence, Timestamp = TimeProvider.System.GetUtcNow(), Level = "information", Message = message };
        foreach (var (client, _) in _clients) await client.Writer.WriteAsync(said);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async IAsyncEnumerable<Logged> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Logged>(new BoundedChannelOptions(256) { SingleReader = true, SingleWriter = true });
        _clients.TryAdd(channel, true);
        try
        {
            await foreach (var said in channel.Reader.ReadAllAsync(cancellationToken)) yield return said;
        }
        finally
        {
            _clients.TryRemove(channel, out _);
        }
    }
}
