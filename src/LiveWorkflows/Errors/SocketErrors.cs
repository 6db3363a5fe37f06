using System.Net.Sockets;

namespace LiveWorkflows.Errors;

/// <summary>What a failed connection means.</summary>
internal static class SocketErrors
{
    public static WorkflowError Describe(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => BuiltInErrors.HostNotFound,
        SocketError.ConnectionRefused => BuiltInErrors.ConnectionRefused,
        SocketError.TimedOut => BuiltInErrors.Timeout,
        SocketError.AccessDenied => BuiltInErrors.AccessDenied,
        _ => BuiltInErrors.Network,
    };
}
