using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>Ends workflows whose reporters were not heard of for too long.</summary>
internal sealed partial class ExternalExpiry(
    ExternalWorkflows external, IOptions<LiveWorkflowsEndpointOptions> options, TimeProvider time, ILogger<ExternalExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isTakenUp = false;
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    if (!isTakenUp) await external.TakeUpAsync(stoppingToken).ConfigureAwait(false);
                    isTakenUp = true;
                    await external.ExpireAsync(options.Value.ReportingTimeout, stoppingToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    // The storage may be away; the next minute tries again.
                    LogTrouble(logger, exception.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Workflows that are reported from outside could not be looked through ({ExceptionType}); trying again.")]
    private static partial void LogTrouble(ILogger logger, string exceptionType);
}
