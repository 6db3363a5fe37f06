using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore;

/// <summary>Settings of the streams and endpoints.</summary>
public sealed class LiveWorkflowsEndpointOptions
{
    /// <summary>How many streams one client may have open; 0 for no limit. 6 by default.</summary>
    public int MaxStreamsPerClient { get; set; } = 6;

    /// <summary>Who the client is, for the limit; null for a client that is not limited. The remote address by default.</summary>
    public Func<HttpContext, string?> ClientOf { get; set; } = static context => context.Connection.RemoteIpAddress?.ToString();

    /// <summary>How often a stream shows that it is alive, by a comment; 15 s by default.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a reader may take nothing before it is cut; it resumes by itself where it was. 30 s by default.</summary>
    public TimeSpan StalledReaderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the heartbeat stream beats; 2 s by default.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a workflow that is reported from outside may be silent before it ends as abandoned; 1 h by default.</summary>
    public TimeSpan ReportingTimeout { get; set; } = TimeSpan.FromHours(1);
}
