using Microsoft.Extensions.Hosting;

namespace LiveWorkflows.Progress;

/// <summary>Reads the durations of earlier runs when the program starts, without keeping it from starting.</summary>
internal sealed class DurationHistoryLoader(DurationHistory history) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => history.LoadAsync(stoppingToken);
}
