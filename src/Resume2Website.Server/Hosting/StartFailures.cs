using System.Net.Sockets;
using LiveWorkflows.Sqlite;
using Microsoft.AspNetCore.Connections;

namespace Resume2Website.Server.Hosting;

/// <summary>What to tell whoever started a server that does not start.</summary>
internal static class StartFailures
{
    /// <summary>One sentence, or null when the failure is none that people cause.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        StartRefusedException refused => refused.Message,
        IOException { InnerException: AddressInUseException } taken => AddressInUse(taken),
        IOException { InnerException: AggregateException { InnerException: SocketException } } refused => $"The server cannot listen there: {refused.Message}",
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } socket =>
            $"The server cannot listen on the address that is set (ASPNETCORE_URLS or --urls): {socket.Message}.",
        FormatException format => $"An address in ASPNETCORE_URLS or --urls is not valid: {format.Message}",
        _ => null,
    };

    public static StartRefusedException DataDirectory(Exception exception, ServerOptions options)
    {
        const string Key = $"{ServerOptions.Section}:{nameof(ServerOptions.DataDirectory)}";
        var path = DataPath.Resolve(options.DataDirectory);
        return exception is DataDirectoryInUseException
            ? new StartRefusedException($"The data directory {path} is in use by another server: stop that one, or set {Key} to another folder.", exception)
            : new StartRefusedException($"The data directory {path} cannot be written: set {Key} to a folder that can.", exception);
    }

    private static string AddressInUse(IOException exception) =>
        $"The address is taken: {exception.Message.TrimEnd('.')}. Stop the program that has it, or listen elsewhere: --urls http://localhost:2001";
}
