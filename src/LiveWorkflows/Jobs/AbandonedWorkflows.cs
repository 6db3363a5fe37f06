using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Reports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Jobs;

/// <summary>Ends as abandoned what an earlier run of the program left open and nobody goes on with.</summary>
/// <remarks>
/// Jobs go on by themselves (a worker took them under a lease, so their epoch is above 0), and so does what a custodian keeps. Only where this process
/// alone writes to the log is it known that nobody else is at work on the rest.
/// </remarks>
internal sealed partial class AbandonedWorkflows(
    WorkflowTracker tracker,
    WorkflowReports reports,
    IEventLog log,
    IEnumerable<IWorkflowCustodian> custodians,
    IOptions<WorkflowTrackerOptions> options,
    TimeProvider time,
    ILogger<AbandonedWorkflows> logger) : BackgroundService
{
    /// <summary>Looks through what is open, once.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!log.IsExclusive) return;
        await reports.LoadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var entry in reports.Directory.Open().Where(entry => entry.StartedAt is not null))
        {
            if (!await IsAbandonedAsync(entry.WorkflowId, cancellationToken).ConfigureAwait(false)) continue;
            if (await tracker.ResumeAsync(entry.WorkflowId, cancellationToken: cancellationToken).ConfigureAwait(false) is not { } workflow) continue;
            await using (workflow.ConfigureAwait(false)) workflow.Fail(BuiltInErrors.Abandoned);
            LogAbandoned(logger, entry.WorkflowId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Whoever resumes workflows of its own has so long to do it.
            await Task.Delay(options.Value.AbandonedAfter, time, stoppingToken).ConfigureAwait(false);
            await EndAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; the next start looks again.
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception.GetType().Name);
        }
    }

    private async ValueTask<bool> IsAbandonedAsync(string workflowId, CancellationToken cancellationToken)
    {
        if (tracker.Find(workflowId) is not null) return false;
        if (await log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false) is not { IsEnded: false, Epoch: 0 }) return false;
        foreach (var custodian in custodians)
        {
            if (await custodian.KeepsAsync(workflowId, cancellationToken).ConfigureAwait(false)) return false;
        }

        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Workflows that the last run left open could not be looked through ({ExceptionType}); the next start does.")]
    private static partial void LogFailed(ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "Workflow {WorkflowId} was open when the program stopped before, and nobody goes on with it: it ended as abandoned.")]
    private static partial void LogAbandoned(ILogger logger, string workflowId);
}
