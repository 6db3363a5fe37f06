using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Logging;

/// <summary>Turns a line of log into an event of the ambient workflow; without one it costs the reading of an <see cref="AsyncLocal{T}"/>.</summary>
internal sealed class WorkflowCaptureLogger(string category, WorkflowCaptureOptions options) : ILogger
{
    /// <summary>Set while a line is being made, so that a value which logs when it is formatted cannot go round in a circle.</summary>
    [ThreadStatic]
    private static bool _isCapturing;

    public bool IsEnabled(LogLevel logLevel) =>
        logLevel >= options.MinimumLevel && logLevel != LogLevel.None && AmbientWorkflow.Current is not null && !_isCapturing;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var (workflow, step) = AmbientWorkflow.Current is StepScope ambient ? (ambient.Workflow, ambient) : (AmbientWorkflow.Current as Workflow, null);
        if (workflow is null || workflow.IsLogFull()) return;
        _isCapturing = true;
        try
        {
            var line = new CapturedLine(options);
            line.Take(state as IReadOnlyList<KeyValuePair<string, object?>>);
            line.Name(category, exception);
            workflow.Log(NameOf(logLevel), line.Message(state, formatter), line.Fields, step);
        }
        finally
        {
            _isCapturing = false;
        }
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "information",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
