using Microsoft.Extensions.Logging.Console;

namespace Resume2Website.Server.Hosting;

/// <summary>What the server says on the console: little, on one line each, and nothing of what people sent.</summary>
internal static class ConsoleLogs
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <param name="logging">The logging that is set up.</param>
    /// <param name="isStarted">Whether the server runs: what keeps it from starting is told in one sentence elsewhere, and not here too.</param>
    public static void Configure(ILoggingBuilder logging, Func<bool> isStarted)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        logging.SetMinimumLevel(LogLevel.Information);

        // The framework's lines name addresses of requests, which hold ids and may hold tickets.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter(HostCategory, level => isStarted() && level >= LogLevel.Warning);
    }
}
