using LiveWorkflows.EventLog;
using LiveWorkflows.Hooks;
using LiveWorkflows.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveWorkflows.Reports;

/// <summary>What the runs of the last 30 days tell: how many, how long, where the time goes, what goes wrong.</summary>
/// <remarks>Thread-safe. Reports survive restarts and the deletion of workflows: every end leaves an anonymous fact.</remarks>
public sealed class WorkflowReports : IAsyncDisposable
{
    private readonly RunHistory _history = new();
    private readonly ReportKeeper _keeper;
    private readonly ReportRecorder _recorder;
    private readonly ReportsOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates reports that are kept in records and caught up from an event log.</summary>
    public WorkflowReports(
        IEventLog log, IRecordStore records, ReportsOptions? options = null, TimeProvider? timeProvider = null, ILogger<WorkflowReports>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(records);
        (_options, _time) = (options ?? new ReportsOptions(), timeProvider ?? TimeProvider.System);
        _keeper = new ReportKeeper(records, _time, logger ?? NullLogger<WorkflowReports>.Instance);
        _recorder = new ReportRecorder(Directory, _history, _keeper, log, records, _time);
    }

    /// <summary>All workflows, as a list.</summary>
    public WorkflowDirectory Directory { get; } = new();

    /// <summary>To be given to the tracker, whose workflows the reports are about.</summary>
    public IWorkflowObserver Observer => _recorder;

    /// <summary>The tracker whose costs the reports tell.</summary>
    internal Func<TrackerStatistics>? Statistics { get; set; }

    /// <summary>Reads what earlier runs of the program left; reports are whole when this returns.</summary>
    public Task LoadAsync(CancellationToken cancellationToken = default) => _recorder.CatchUpAsync(cancellationToken);

    /// <summary>The report of the window that ends now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above zero.</exception>
    public WorkflowReport GetRecent(TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        var to = _time.GetUtcNow();
        var from = to - window;
        var facts = Facts();
        var open = Directory.Open().Where(entry => !_options.LeftOutTypes.Contains(entry.Type)).ToList();
        return ReportBuilder.Build(from, to, facts, open, OpenErrors(open), Statistics?.Invoke() ?? new TrackerStatistics(0, 0, TimeSpan.Zero, 0, 0));
    }

    /// <summary>The errors of the window that ends now, by kind and place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above zero.</exception>
    public ErrorReport GetErrors(TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        var to = _time.GetUtcNow();
        var open = Directory.Open().Where(entry => !_options.LeftOutTypes.Contains(entry.Type)).ToList();
        var patterns = ReportBuilder.ErrorPatterns(to - window, to, Facts(), OpenErrors(open));
        return new ErrorReport(to - window, to, patterns.Sum(pattern => pattern.Count), patterns);
    }

    /// <summary>Writes what is not written yet.</summary>
    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    private List<RunFact> Facts() => [.. _history.Facts().Where(fact => !_options.LeftOutTypes.Contains(fact.Type))];

    private List<(string Type, ErrorFact Error)> OpenErrors(IEnumerable<WorkflowEntry> open)
    {
        var types = open.ToDictionary(entry => entry.WorkflowId, entry => entry.Type, StringComparer.Ordinal);
        return [.. _history.OpenErrors().Where(error => types.ContainsKey(error.WorkflowId)).Select(error => (types[error.WorkflowId], error.Error))];
    }
}
