using Microsoft.AspNetCore.Builder;

namespace LiveWorkflows.Bench.Streams;

/// <summary>A way of sending events to many readers.</summary>
internal interface IStreamedServer : IAsyncDisposable
{
    /// <summary>Streams that are open.</summary>
    int Streams { get; }

    /// <summary>Registers what it needs.</summary>
    void Register(WebApplicationBuilder builder);

    /// <summary>Maps its endpoint and gives the path of the stream.</summary>
    Task<string> MapAsync(WebApplication application);

    /// <summary>Says something to every reader.</summary>
    ValueTask SayAsync(string message);
}
