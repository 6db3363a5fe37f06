using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Resume2Website.Stages;

/// <summary>Deletes uploaded files whose time is over, once a minute.</summary>
internal sealed partial class RetentionService(OriginalRetention retention, TimeProvider timeProvider, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        do
        {
            try
            {
                if (await retention.DeleteDueAsync(stoppingToken).ConfigureAwait(false) is > 0 and var count) LogDeleted(logger, count);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Storage that is away for a moment: what is due stays due, and the next round comes.
                LogTrouble(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    [LoggerMessage(LogLevel.Information, "The originals of {Count} jobs were deleted, their time being over.")]
    private static partial void LogDeleted(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "Originals whose time is over could not be deleted ({ExceptionType}); trying again in a minute.")]
    private static partial void LogTrouble(ILogger logger, string exceptionType);
}
