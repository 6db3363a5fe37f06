using LiveWorkflows.Reports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Alerts;

/// <summary>Looks at the alert rules from time to time, once the reports are loaded.</summary>
internal sealed partial class AlertWatch(
    AlertService alerts, WorkflowReports reports, IOptions<AlertOptions> options, TimeProvider time, ILogger<AlertWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                if (reports.IsLoaded) await LookAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; incidents go on at the next start.
        }
    }

    private async ValueTask LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await alerts.EvaluateAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Alerts must not end with the first trouble of the storage, nor end the program.
            LogFailed(logger, exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The alert rules could not be looked at ({ExceptionType}); it is tried again.")]
    private static partial void LogFailed(ILogger logger, string exceptionType);
}
