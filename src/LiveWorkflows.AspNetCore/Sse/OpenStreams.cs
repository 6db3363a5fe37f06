using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>The event streams that are open on this node.</summary>
/// <remarks>Thread-safe. A host that has streams of its own counts them here too.</remarks>
public sealed class OpenStreams(IOptions<LiveWorkflowsEndpointOptions> options)
{
    private readonly LiveWorkflowsEndpointOptions _options = options.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byClient = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many streams are open.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many streams the client of a request has open.</summary>
    public int CountOf(HttpContext context)
    {
        if (_options.ClientOf(context) is not { } client) return 0;
        lock (_gate) return _byClient.GetValueOrDefault(client);
    }

    /// <summary>Counts one more stream until the returned object is disposed; null when the client has as many as it may.</summary>
    public IDisposable? TryOpen(HttpContext context)
    {
        var client = _options.ClientOf(context);
        lock (_gate)
        {
            if (client is not null)
            {
                var open = _byClient.GetValueOrDefault(client);
                if (_options.MaxStreamsPerClient > 0 && open >= _options.MaxStreamsPerClient) return null;
                _byClient[client] = open + 1;
            }

            _count++;
        }

        return new Opened(this, client);
    }

    private void Close(string? client)
    {
        lock (_gate)
        {
            _count--;
            if (client is null) return;
            var open = _byClient[client] - 1;
            if (open == 0) _byClient.Remove(client);
            else _byClient[client] = open;
        }
    }

    private sealed class Opened(OpenStreams streams, string? client) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0) streams.Close(client);
        }
    }
}
