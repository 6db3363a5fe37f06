using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveWorkflows.Logging;

namespace LiveWorkflows;

/// <content>Whole workflows in one call.</content>
public sealed partial class WorkflowTracker
{
    /// <summary>Runs a workflow: completed when <paramref name="body"/> returns, cancelled or failed when it throws; the exception is thrown on.</summary>
    /// <remarks>The body's token is cancelled by the caller's and by <see cref="Workflow.RequestCancellation"/>.</remarks>
    public async Task RunAsync(
        string name, Func<Workflow, CancellationToken, Task> body, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        await RunAsync(name, options, async (workflow, token) =>
        {
            await body(workflow, token).ConfigureAwait(false);
            workflow.Complete();
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a workflow and completes it with what <paramref name="body"/> returns, as JSON.</summary>
    /// <inheritdoc cref="RunAsync(string, Func{Workflow, CancellationToken, Task}, WorkflowOptions?, CancellationToken)"/>
    /// <param name="name">The workflow's name.</param>
    /// <param name="body">The work.</param>
    /// <param name="resultType">How the result is written; <c>MyJson.Default.MyResult</c> of a source-generated context.</param>
    /// <param name="options">How it is tracked.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<TResult> RunAsync<TResult>(
        string name,
        Func<Workflow, CancellationToken, Task<TResult>> body,
        JsonTypeInfo<TResult> resultType,
        WorkflowOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunAsync(name, options, async (workflow, token) =>
        {
            var result = await body(workflow, token).ConfigureAwait(false);
            workflow.Complete(JsonSerializer.SerializeToElement(result, resultType));
            return result;
        }, cancellationToken);
    }

    private async Task<TResult> RunAsync<TResult>(
        string name, WorkflowOptions? options, Func<Workflow, CancellationToken, Task<TResult>> body, CancellationToken cancellationToken)
    {
        var workflow = Start(name, options);
        await using (workflow.ConfigureAwait(false))
        {
            AmbientWorkflow.Enter(workflow, workflow.Span);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, workflow.Cancellation);
            try
            {
                return await body(workflow, stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                workflow.Cancel("cancelled");
                throw;
            }
            catch (Exception exception)
            {
                workflow.Fail(exception);
                throw;
            }
        }
    }
}
