using LiveWorkflows;
using LiveWorkflows.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Logging;

/// <summary>Lets a workflow tell what plain loggers write while it runs.</summary>
public static class WorkflowCaptureLoggingBuilderExtensions
{
    /// <summary>Captures what loggers write inside a workflow or a step as its <c>log</c> events, with the message's named values as fields.</summary>
    /// <remarks>
    /// Inside is whatever <see cref="WorkflowTracker"/>'s <c>RunAsync</c>, <c>RunPhaseAsync</c>, <c>RunStepAsync</c> or a job's handler runs, and what
    /// stands in <see cref="Workflow.Capture"/> or <see cref="StepScope.Capture"/>. Of an exception only its type's name is kept. When the event log is
    /// behind, lines are thinned and counted as dropped. The library's own loggers (<c>LiveWorkflows.…</c>) are left out.
    /// </remarks>
    public static ILoggingBuilder AddWorkflowCapture(this ILoggingBuilder logging, Action<WorkflowCaptureOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(logging);
        logging.Services.AddOptions<WorkflowCaptureOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options is { MaxMessageLength: >= 0, MaxFields: >= 0, MaxValueLength: >= 0 },
                "WorkflowCaptureOptions: MaxMessageLength, MaxFields and MaxValueLength are not negative.");
        logging.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, WorkflowCaptureProvider>());
        return logging;
    }
}
