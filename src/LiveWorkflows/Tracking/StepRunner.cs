using LiveWorkflows.Errors;
using LiveWorkflows.Logging;

namespace LiveWorkflows.Tracking;

/// <summary>Runs the body of a step as often as its policy allows, and ends the step by what came of it.</summary>
internal static class StepRunner
{
    public static async Task<TResult> RunAsync<TResult>(
        Workflow workflow, StepScope step, Func<StepScope, CancellationToken, Task<TResult>> body, RetryPolicy policy, CancellationToken cancellationToken)
    {
        AmbientWorkflow.Enter(step, step.Span);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await AttemptAsync(workflow.Tracker.Time, step, body, policy.AttemptTimeout, cancellationToken).ConfigureAwait(false);
                step.Complete();
                return result;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || workflow.Cancellation.IsCancellationRequested)
            {
                step.Cancel("cancelled");
                throw;
            }
            catch (Exception exception)
            {
                var error = workflow.Describe(exception);
                var worthIt = IsWorthIt(policy, exception, error);
                if (attempt >= policy.MaxAttempts || !worthIt)
                {
                    step.Fail(error);
                    throw;
                }

                var delay = policy.DelayBefore(attempt + 1, error.RetryAfterMs);
                step.Retry(exception, delay);
                if (delay == TimeSpan.Zero) continue;
                using (step.Wait("the next attempt"))
                {
                    try
                    {
                        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, workflow.Cancellation);
                        await Task.Delay(delay, workflow.Tracker.Time, stop.Token).ConfigureAwait(false);
                    }
                    catch (OperationCanceledException)
                    {
                        step.Cancel("cancelled");
                        throw;
                    }
                }
            }
        }
    }

    private static bool IsWorthIt(RetryPolicy policy, Exception exception, WorkflowError error)
    {
        try
        {
            return policy.ShouldRetry?.Invoke(exception) ?? error.Retryable;
        }
        catch (Exception)
        {
            // Somebody else's code: the failure that it was asked about is the one to be told.
            return false;
        }
    }

    private static async Task<TResult> AttemptAsync<TResult>(
        TimeProvider time, StepScope step, Func<StepScope, CancellationToken, Task<TResult>> body, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (timeout is not { } allowed) return await body(step, cancellationToken).ConfigureAwait(false);
        using var timer = new CancellationTokenSource(allowed, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await body(step, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The attempt did not finish in the time that its policy allows.", exception);
        }
    }
}
