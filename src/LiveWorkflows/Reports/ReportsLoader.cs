using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Reports;

/// <summary>Loads the reports when the program starts, without keeping it from starting.</summary>
internal sealed partial class ReportsLoader(WorkflowReports reports, ILogger<ReportsLoader> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await reports.LoadAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops before it was done; the next start begins again.
        }
        catch (Exception exception)
        {
            // A program without its old reports is better than none.
            LogFailed(logger, exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reports of earlier runs could not be loaded ({ExceptionType}); they tell of this run only.")]
    private static partial void LogFailed(ILogger logger, string exceptionType);
}
