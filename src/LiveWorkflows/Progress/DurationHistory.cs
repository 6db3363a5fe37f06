using LiveWorkflows.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveWorkflows.Progress;

/// <summary>How long earlier runs of each type of workflow and their steps took; what percentages and remaining times rest on.</summary>
/// <remarks>
/// Thread-safe. It remembers the last <see cref="RememberedRuns"/> runs of the last <see cref="RememberedTypes"/> types: names of phases
/// and steps and figures, nothing that tells whose run it was, so that the deletion of a workflow changes nothing here. Learning and asking cost no I/O: records are written
/// behind, one a type, and read once. Dispose it to write what is pending.
/// </remarks>
public sealed partial class DurationHistory : IAsyncDisposable
{
    /// <summary>Runs that are remembered of a type.</summary>
    public const int RememberedRuns = 20;

    /// <summary>Types that are remembered; the one that has not run for the longest time is forgotten first.</summary>
    public const int RememberedTypes = 128;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TypeHistory> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);
    private readonly HistoryRecords _records;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task? _loading;
    private Task? _writing;
    private long _uses;
    private bool _isDisposed;

    /// <summary>Creates a history that is kept in records under <c>progress/</c>.</summary>
    public DurationHistory(IRecordStore records, TimeProvider? timeProvider = null, ILogger<DurationHistory>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        (_records, _time, _logger) = (new HistoryRecords(records), timeProvider ?? TimeProvider.System, logger ?? NullLogger<DurationHistory>.Instance);
    }

    /// <summary>Whether the records of earlier runs of the program are read, or could not be.</summary>
    public bool IsLoaded => Volatile.Read(ref _loading) is { IsCompleted: true };

    /// <summary>Reads what earlier runs of the program left. Called by itself when it is first needed; what it cannot read it does without.</summary>
    public Task LoadAsync(CancellationToken cancellationToken = default) => Load().WaitAsync(cancellationToken);

    /// <summary>Writes what is not written yet.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? loading, writing;
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            (loading, writing) = (_loading, _writing);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        if (loading is not null) await loading.ConfigureAwait(false);
        if (writing is not null) await writing.ConfigureAwait(false);
        using var patience = new CancellationTokenSource(Patience, _time);
        await WriteAsync(patience.Token).ConfigureAwait(false);
        _stopping.Dispose();
    }

    /// <summary>What is known of a type at present, or null.</summary>
    internal DurationProfile? ProfileOf(string type)
    {
        if (Volatile.Read(ref _loading) is null) _ = Load();
        lock (_gate) return _types.TryGetValue(type, out var known) ? known.Profile(++_uses) : null;
    }

    /// <summary>Notes how a run went.</summary>
    internal void Learn(string type, RunDurations run)
    {
        if (run.Parts.Count == 0 && run.TotalMs is null) return;
        lock (_gate)
        {
            if (_isDisposed) return;
            if (!_types.TryGetValue(type, out var known)) _types[type] = known = new TypeHistory();
            known.Learn(run, ++_uses);
            Forget();
            _writing ??= Task.Run(WriteSoonAsync);
        }
    }

    /// <summary>Writes what was learnt so far.</summary>
    internal Task FlushAsync(CancellationToken cancellationToken = default) => WriteAsync(cancellationToken);

    private Task Load()
    {
        lock (_gate) return _loading ??= _isDisposed ? Task.CompletedTask : Task.Run(LoadAsync);
    }

    private async Task LoadAsync()
    {
        try
        {
            await foreach (var (type, runs) in _records.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                lock (_gate)
                {
                    if (!_types.TryGetValue(type, out var known)) _types[type] = known = new TypeHistory();
                    known.Recall(runs, ++_uses);
                    Forget();
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The program ends before it was done.
        }
        catch (Exception exception)
        {
            LogUnread(_logger, exception.GetType().Name);
        }
    }

    /// <summary>Lets go of the type that has not been used for the longest time, when there are too many.</summary>
    private void Forget()
    {
        while (_types.Count > RememberedTypes)
        {
            var (type, _) = _types.MinBy(item => item.Value.LastUse);
            _types.Remove(type);
            if (_forgotten.Count < RememberedTypes) _forgotten.Add(type);
        }
    }

    /// <summary>Writes now and then while there is something to write, what earlier runs of the program left having been read.</summary>
    private async Task WriteSoonAsync()
    {
        await Load().ConfigureAwait(false);
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(Pause, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopping.IsCancellationRequested) return;
            await WriteAsync(_stopping.Token).ConfigureAwait(false);
            lock (_gate)
            {
                if (_forgotten.Count > 0 || _types.Values.Any(known => known.Unwritten.Count > 0)) continue;
                _writing = null;
                return;
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        (string Type, RunDurations[] Runs)[] unwritten;
        string[] forgotten;
        lock (_gate)
        {
            unwritten = [.. _types.Where(item => item.Value.Unwritten.Count > 0).Select(item => (item.Key, item.Value.Unwritten.ToArray()))];
            forgotten = [.. _forgotten];
        }

        try
        {
            foreach (var type in forgotten)
            {
                await _records.DeleteAsync(type, cancellationToken).ConfigureAwait(false);
                lock (_gate) _forgotten.Remove(type);
            }

            foreach (var (type, runs) in unwritten)
            {
                if (await _records.AddAsync(type, runs, cancellationToken).ConfigureAwait(false) is not { } all) continue;
                lock (_gate)
                {
                    if (_types.TryGetValue(type, out var known)) known.Wrote(runs, all);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is not written waits for the next time, if there is one.
        }
        catch (Exception exception)
        {
            LogUnwritten(_logger, exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The records of earlier runs cannot be read ({ExceptionType}); remaining times rest on new runs only.")]
    private static partial void LogUnread(ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "How long runs took cannot be written ({ExceptionType}); it is tried again.")]
    private static partial void LogUnwritten(ILogger logger, string exceptionType);
}
