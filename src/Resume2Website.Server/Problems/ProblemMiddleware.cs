using LiveWorkflows.Artifacts;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;

namespace Resume2Website.Server.Problems;

/// <summary>Turns whatever goes wrong into a problem with a code; what the exception says stays here.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response)
                await ServerProblems.Of(response.StatusCode).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var problem = ProblemOf(exception);
            if (problem.StatusCode == StatusCodes.Status500InternalServerError) LogUnknown(logger, exception.GetType().Name, exception.StackTrace);
            context.Response.Clear();
            await problem.ExecuteAsync(context);
        }
    }

    private static WorkflowProblem ProblemOf(Exception exception) => exception switch
    {
        RefusedException refused => refused.Problem,
        BadHttpRequestException bad => ServerProblems.Of(bad.StatusCode),
        JobQueueFullException => ServerProblems.QueueFull,
        ArtifactStoreUnavailableException or RecordStoreUnavailableException or EventLogUnavailableException or JobQueueUnavailableException =>
            ServerProblems.StorageUnavailable,
        _ => ServerProblems.Internal,
    };

    // The exception's own text may quote what a person has sent, so it is left out; the place is what helps.
    [LoggerMessage(LogLevel.Error, "A request failed with {ExceptionType} at {Place}")]
    private static partial void LogUnknown(ILogger logger, string exceptionType, string? place);
}
