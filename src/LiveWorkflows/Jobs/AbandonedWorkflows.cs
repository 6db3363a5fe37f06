using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Reports;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Jobs;

/// <summary>Ends as abandoned what an earlier run of the program left open and nobody goes on with.</summary>
/// <remarks>
/// Jobs go on by themselves (a worker took them under a lease, so their epoch is above 0), and so does what a custodian keeps. Only where this process
/// alone writes to the log is it known that nobody else is at work on the rest.
/// </remarks>
internal sealed partial class AbandonedWorkflows(
    WorkflowTracker tracker, WorkflowReports reports, IEventLog log, IEnumerable<IWorkflowCustodian> custodians, ILogger<AbandonedWorkflows> logger)
{
    /// <summary>Looks through what is open, once; the reports are to be loaded before.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!log.IsExclusive) return;
        foreach (var entry in reports.Directory.Open().Where(entry => entry.StartedAt is not null))
        {
            if (!await IsAbandonedAsync(entry.WorkflowId, cancellationToken).ConfigureAwait(false)) continue;
            if (await tracker.ResumeAsync(entry.WorkflowId, cancellationToken: cancellationToken).ConfigureAwait(false) is not { } workflow) continue;
            await using (workflow.ConfigureAwait(false)) workflow.Fail(BuiltInErrors.Abandoned);
            LogAbandoned(logger, entry.WorkflowId);
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

    [LoggerMessage(LogLevel.Warning, "Workflow {WorkflowId} was open when the program stopped before, and nobody goes on with it: it ended as abandoned.")]
    private static partial void LogAbandoned(ILogger logger, string workflowId);
}
