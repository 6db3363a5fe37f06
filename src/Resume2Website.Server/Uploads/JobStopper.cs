using LiveWorkflows;
using LiveWorkflows.Errors;
using LiveWorkflows.Jobs;

namespace Resume2Website.Server.Uploads;

/// <summary>Ends a run from outside: one at work is asked to stop, one that waits is ended here.</summary>
internal sealed class JobStopper(WorkflowTracker tracker, IJobQueue queue)
{
    private const int Attempts = 3;

    public Task CancelAsync(string workflowId, CancellationToken cancellationToken) =>
        StopAsync(workflowId, static workflow => workflow.Cancel("requested"), cancellationToken);

    public Task FailAsync(string workflowId, WorkflowError error, CancellationToken cancellationToken) =>
        StopAsync(workflowId, workflow => workflow.Fail(error), cancellationToken);

    private async Task StopAsync(string workflowId, Action<Workflow> end, CancellationToken cancellationToken)
    {
        // A worker may take the job up at any moment; then it is at work after all, and is asked.
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (tracker.Find(workflowId) is { } live)
            {
                live.RequestCancellation();
                return;
            }

            await queue.RemoveAsync(workflowId, cancellationToken);
            if (tracker.Find(workflowId) is not null) continue;
            try
            {
                if (await tracker.ResumeAsync(workflowId, cancellationToken: cancellationToken) is not { } waiting) return;
                end(waiting);
                await waiting.DisposeAsync();
                return;
            }
            catch (WorkflowIdTakenException)
            {
                // A worker was faster.
            }
        }
    }
}
