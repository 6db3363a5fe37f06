using System.Collections.Frozen;
using LiveWorkflows.Errors;
using LiveWorkflows.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Jobs;

/// <summary>Leases jobs and runs them by their handlers, each under its workflow; goes on with those that another worker left.</summary>
/// <remarks>
/// The lease's epoch fences: whoever lost a lease can store nothing more of the workflow. When the program shuts down, jobs are given back as they
/// are and go on at the next start.
/// </remarks>
public sealed partial class JobRunner : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly IJobQueue _queue;
    private readonly WorkflowTracker _tracker;
    private readonly FrozenDictionary<string, IJobHandler> _handlers;
    private readonly JobRunnerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Creates the runner.</summary>
    public JobRunner(
        IJobQueue queue, WorkflowTracker tracker, IEnumerable<IJobHandler> handlers, JobRunnerOptions options, TimeProvider timeProvider, ILogger<JobRunner> logger)
    {
        (_queue, _tracker, _options, _time, _logger) = (queue, tracker, options, timeProvider, logger);
        _handlers = handlers.ToFrozenDictionary(handler => handler.Type, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(1, _options.Workers).Select(number => WorkAsync($"worker-{number}", stoppingToken)));

    private async Task WorkAsync(string worker, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await _queue.LeaseAsync(worker, _options.LeaseDuration, stoppingToken).ConfigureAwait(false) is { } lease)
                    await RunAsync(lease, stoppingToken).ConfigureAwait(false);
                else
                    await _queue.WaitAsync(Patience, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The storage may be full or away: the worker outlives it and tries again.
                LogTrouble(_logger, worker, exception.GetType().Name);
                await Task.Delay(Pause, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(JobLease lease, CancellationToken stoppingToken)
    {
        var handler = _handlers.GetValueOrDefault(lease.Job.Type);
        if (_tracker.Find(lease.Job.Id) is not null)
        {
            // The lease ran out under a run of this very process that has not noticed yet; it is asked to stop and the job waits for it.
            _tracker.Find(lease.Job.Id)?.RequestCancellation();
            await _queue.ReleaseAsync(lease, Pause, stoppingToken).ConfigureAwait(false);
            return;
        }

        if (await _tracker.ResumeAsync(lease.Job.Id, lease.Epoch, handler?.Phases, stoppingToken).ConfigureAwait(false) is not { } workflow)
        {
            // Ended, deleted or never begun: there is nothing left to do.
            await _queue.CompleteAsync(lease, stoppingToken).ConfigureAwait(false);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(workflow.Cancellation);
        // First the workflow is closed and then the handler is stopped, so that scopes which unwind leave no trace in the log.
        using var stopping = stoppingToken.UnsafeRegister(_ =>
        {
            workflow.Close();
            stop.Cancel();
        }, null);
        var renewing = RenewAsync(lease, workflow, stop);
        var isEnded = await RunAsync(handler, lease, workflow, stop.Token, stoppingToken).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(false);
        if (isEnded)
        {
            await workflow.DisposeAsync().ConfigureAwait(false);

            // Only a stored end is one: a handler may return just when the program stops, or while the log is away, and then the job goes on later.
            if (workflow.Recorder.IsSettled) await _queue.CompleteAsync(lease, CancellationToken.None).ConfigureAwait(false);
            else if (!workflow.IsLost) await _queue.ReleaseAsync(lease, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await workflow.LeaveAsync().ConfigureAwait(false);
            await _queue.ReleaseAsync(lease, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Runs the handler and ends the workflow by what came of it; false when the job is to go on elsewhere or later.</summary>
    private async Task<bool> RunAsync(IJobHandler? handler, JobLease lease, Workflow workflow, CancellationToken stop, CancellationToken stoppingToken)
    {
        try
        {
            AmbientWorkflow.Enter(workflow, workflow.Span);
            if (handler is null) throw new WorkflowException(NoHandler);
            if (lease.Epoch > _options.MaxLeases) throw new WorkflowException(KillsWorkers);
            workflow.Complete(await handler.RunAsync(new JobContext(lease.Job, workflow, lease.Epoch), stop).ConfigureAwait(false));
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (stoppingToken.IsCancellationRequested || workflow.IsLost) return false;
            workflow.Cancel("requested");
            return true;
        }
        catch (Exception exception)
        {
            LogFailed(_logger, lease.Job.Type, exception.GetType().Name);
            workflow.Fail(exception);
            return true;
        }
    }

    private async Task RenewAsync(JobLease lease, Workflow workflow, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(_options.LeaseDuration / 3, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                if (await TryRenewAsync(lease, stop.Token).ConfigureAwait(false)) continue;
                workflow.Abdicate();
                return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<bool> TryRenewAsync(JobLease lease, CancellationToken cancellationToken)
    {
        try
        {
            return await _queue.RenewAsync(lease, _options.LeaseDuration, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Storage that is away for a moment does not take the lease; if it runs out meanwhile, the epoch fences.
            LogTrouble(_logger, "renewal", exception.GetType().Name);
            return true;
        }
    }

    private static WorkflowError NoHandler { get; } = new()
    {
        Code = "no_handler",
        Title = "Nobody runs this type of work",
        Message = "This program has no handler for workflows of this type.",
        Category = ErrorCategory.Configuration,
        RecoverySuggestions = [new RecoverySuggestion("contact_operator", "Tell the operator of this program; the code says where to look.")],
    };

    private static WorkflowError KillsWorkers { get; } = new()
    {
        Code = "given_up",
        Title = "The work was given up",
        Message = "The program stopped too often while it worked on this.",
        Category = ErrorCategory.Internal,
        RecoverySuggestions = [new RecoverySuggestion("contact_operator", "Tell the operator of this program; the code says where to look.")],
    };

    [LoggerMessage(LogLevel.Warning, "{Where}: the job queue or event log is not available ({ExceptionType}); trying again.")]
    private static partial void LogTrouble(ILogger logger, string where, string exceptionType);

    [LoggerMessage(LogLevel.Information, "A job of type {JobType} failed ({ExceptionType}).")]
    private static partial void LogFailed(ILogger logger, string jobType, string exceptionType);
}
