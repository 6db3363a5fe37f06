using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Logging;

/// <summary>Gives loggers whose lines become events of the workflow they were written in.</summary>
[ProviderAlias("WorkflowCapture")]
internal sealed class WorkflowCaptureProvider : ILoggerProvider
{
    private const string OwnCategories = "LiveWorkflows.";
    private readonly WorkflowCaptureOptions _options;
    private int _disposed;

    public WorkflowCaptureProvider(IOptions<WorkflowCaptureOptions> options)
    {
        _options = options.Value;
        AmbientWorkflow.AddCapture();
    }

    /// <summary>The library's own lines are about the tracking, not the work; captured, each could cause the next.</summary>
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(OwnCategories, StringComparison.Ordinal) ? NullLogger.Instance : new WorkflowCaptureLogger(categoryName, _options);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) AmbientWorkflow.RemoveCapture();
    }
}
