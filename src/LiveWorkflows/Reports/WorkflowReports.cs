using LiveWorkflows.Alerts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Hooks;
using LiveWorkflows.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveWorkflows.Reports;

/// <summary>What the runs of the last 30 days tell: how many, how long, where the time goes, what goes wrong.</summary>
/// <remarks>
/// Thread-safe. Reports survive restarts and the deletion of workflows: every end leaves an anonymous fact. Memory does not grow with the runs:
/// they are added up in slots of 5 s for a day, and of an hour for 30 days.
/// </remarks>
public sealed class WorkflowReports : IAsyncDisposable
{
    private readonly RunHistory _history;
    private readonly ReportKeeper _keeper;
    private readonly ReportRecorder _recorder;
    private readonly ReportsOptions _options;

    /// <summary>Creates reports that are kept in records and caught up from an event log.</summary>
    public WorkflowReports(
        IEventLog log, IRecordStore records, ReportsOptions? options = null, TimeProvider? timeProvider = null, ILogger<WorkflowReports>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(records);
        var time = timeProvider ?? TimeProvider.System;
        _options = options ?? new ReportsOptions();
        Directory = new WorkflowDirectory(_options.MaxListedWorkflows);
        _history = new RunHistory(time, _options.LeftOutTypes.Contains);
        _keeper = new ReportKeeper(records, time, logger ?? NullLogger<WorkflowReports>.Instance);
        _recorder = new ReportRecorder(Directory, _history, _keeper, log, records, time);
    }

    /// <summary>The workflows, as a list.</summary>
    public WorkflowDirectory Directory { get; }

    /// <summary>To be given to the tracker, whose workflows the reports are about.</summary>
    public IWorkflowObserver Observer => _recorder;

    /// <summary>Whether what earlier runs of the program left has been read.</summary>
    public bool IsLoaded => _recorder.IsLoaded;

    /// <summary>Bytes that the packed slots take.</summary>
    internal long Bytes => _history.Bytes;

    /// <summary>The tracker whose costs the reports tell.</summary>
    internal Func<TrackerStatistics>? Statistics { get; set; }

    /// <summary>The alerts that fired since a time.</summary>
    internal Func<DateTimeOffset, IReadOnlyList<Alert>>? AlertsSince { get; set; }

    /// <summary>Reads what earlier runs of the program left; reports are whole when this returns.</summary>
    public Task LoadAsync(CancellationToken cancellationToken = default) => _recorder.CatchUpAsync(cancellationToken);

    /// <summary>Makes known a workflow whose events came into the log by another way than the tracker's.</summary>
    internal Task TakeInAsync(string workflowId, CancellationToken cancellationToken) => _recorder.TakeInAsync(workflowId, cancellationToken);

    /// <summary>The report of the window that ends now.</summary>
    /// <param name="window">
    /// How long it is. Up to 24 hours it is exact to 5 s; beyond, up to 30 days, to the hour, and tells counts, durations and errors only.
    /// </param>
    /// <param name="type">The type of workflow it is about; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above zero.</exception>
    public WorkflowReport GetRecent(TimeSpan window, string? type = null)
    {
        var builder = BuilderOf(window, type, out var bounds);
        return builder.Build(Statistics?.Invoke() ?? new TrackerStatistics(0, 0, TimeSpan.Zero, 0, 0), AlertsSince?.Invoke(bounds.From) ?? []);
    }

    /// <summary>The errors of the window that ends now, by kind, place and wording.</summary>
    /// <inheritdoc cref="GetRecent"/>
    public ErrorReport GetErrors(TimeSpan window, string? type = null)
    {
        var patterns = BuilderOf(window, type, out var bounds).ErrorPatterns();
        return new ErrorReport(bounds.From, bounds.To, bounds.Resolution.TotalSeconds, patterns.Sum(pattern => pattern.Count), patterns);
    }

    /// <summary>Writes what is not written yet.</summary>
    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync().ConfigureAwait(false);
        _recorder.Dispose();
    }

    /// <summary>The workflows that are not over, without those that reports leave out.</summary>
    internal List<WorkflowEntry> Open(string? type = null) =>
        [.. Directory.Open().Where(entry => !_options.LeftOutTypes.Contains(entry.Type) && (type is null || entry.Type == type))];

    /// <summary>When a workflow that is not over said something last, as far as this process has heard.</summary>
    internal DateTimeOffset? LastHeardOf(string workflowId) => _recorder.LastHeardOf(workflowId);

    private ReportBuilder BuilderOf(TimeSpan window, string? type, out ReportWindow bounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        var length = window > RunHistory.Kept ? RunHistory.Kept : window;
        bounds = _history.WindowOf(length);
        var open = Open(type);
        var types = open.ToDictionary(entry => entry.WorkflowId, entry => entry.Type, StringComparer.Ordinal);
        var errors = _recorder.OpenErrors().Where(error => types.ContainsKey(error.WorkflowId)).Select(error => (types[error.WorkflowId], error.Error)).ToList();
        return new ReportBuilder(_history, bounds, type, open, errors);
    }
}
