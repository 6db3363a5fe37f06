using System.Net;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Access;

/// <summary>Open to whoever calls from this machine, closed to everyone else.</summary>
public sealed class LoopbackAccess : IWorkflowAccess
{
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Original-For", "CF-Connecting-IP", "True-Client-IP"];

    /// <summary>Whether a request comes from this machine and was meant for it.</summary>
    /// <remarks>
    /// A forwarded request comes from elsewhere, whatever its address says; and a name that is not this machine's own
    /// may be somebody else's page that had its name pointed here (DNS rebinding).
    /// </remarks>
    public static bool IsLoopback(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            && !Array.Exists(ForwardingHeaders, context.Request.Headers.ContainsKey)
            && IsOwnName(context.Request.Host.Host);
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsAllowedAsync(HttpContext context, string workflowId, WorkflowRight right) => ValueTask.FromResult(IsLoopback(context));

    /// <inheritdoc/>
    public ValueTask<bool> IsOperatorAsync(HttpContext context) => ValueTask.FromResult(IsLoopback(context));

    /// <inheritdoc/>
    public ValueTask<string?> IssueTicketAsync(HttpContext context, string workflowId) => ValueTask.FromResult<string?>(null);

    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
