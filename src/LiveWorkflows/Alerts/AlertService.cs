using LiveWorkflows.Records;
using LiveWorkflows.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveWorkflows.Alerts;

/// <summary>Looks at alert rules, keeps their incidents, and tells whoever wants to know.</summary>
/// <remarks>
/// Thread-safe. An incident is inactive, pending, firing or resolved, as in Prometheus: the condition must hold for as long as the rule says before it
/// fires, and goes on firing for as long as it says after the condition held last. Incidents are in the records and survive restarts.
/// </remarks>
public sealed partial class AlertService : IAsyncDisposable
{
    private const int MostKept = 1_000;
    private const int MostSubjects = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly WorkflowReports _reports;
    private readonly AlertOptions _options;
    private readonly AlertStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly List<AlertQueue> _queues = [];
    private readonly HttpMessageInvoker _client;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<Incident> _incidents = [];
    private readonly HashSet<string> _unwritten = new(StringComparer.Ordinal);
    private Action<Alert>[] _subscribers = [];
    private bool _isLoaded;

    /// <summary>Creates the service; <see cref="EvaluateAsync"/> is called by a hosted service, or by the program itself.</summary>
    public AlertService(
        WorkflowReports reports, IRecordStore records, AlertOptions? options = null, IEnumerable<IAlertObserver>? observers = null,
        TimeProvider? timeProvider = null, ILogger<AlertService>? logger = null)
        : this(reports, records, options, observers, timeProvider, logger, WebhookSender.CreateClient())
    {
    }

    internal AlertService(
        WorkflowReports reports, IRecordStore records, AlertOptions? options, IEnumerable<IAlertObserver>? observers,
        TimeProvider? timeProvider, ILogger<AlertService>? logger, HttpMessageInvoker client)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(records);
        (_reports, _store, _client) = (reports, new AlertStore(records), client);
        (_options, _time, _logger) = (options ?? new AlertOptions(), timeProvider ?? TimeProvider.System, logger ?? NullLogger<AlertService>.Instance);
        foreach (var observer in observers ?? []) _queues.Add(new AlertQueue(observer.OnAlertAsync, _logger, _time));
        foreach (var webhook in _options.Webhooks) _queues.Add(new AlertQueue(new WebhookSender(webhook, client, _time, _logger).SendAsync, _logger, _time));
        reports.AlertsSince = FiredSince;
    }

    /// <summary>The alerts in a state, newest first; without one those that fire or fired.</summary>
    public IReadOnlyList<Alert> List(AlertState? state = null)
    {
        lock (_gate) return NewestFirst(alert => state is null ? alert.State != AlertState.Pending : alert.State == state);
    }

    /// <summary>An alert by its id, or null.</summary>
    public Alert? Find(string id)
    {
        lock (_gate) return _incidents.Find(incident => incident.Alert.Id == id)?.Alert;
    }

    /// <summary>Calls somebody when an alert fires and when it is over, until the returned object is disposed; the call must be short.</summary>
    public IDisposable Subscribe(Action<Alert> subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate) _subscribers = [.. _subscribers, subscriber];
        return new Subscription(this, subscriber);
    }

    /// <summary>Resolves an alert by hand; while its condition goes on it stays quiet, and fires again only after it has ceased once.</summary>
    /// <returns>The alert as it is now; null when there is none of this id that is not over.</returns>
    public async ValueTask<Alert?> ResolveAsync(string id, CancellationToken cancellationToken = default)
    {
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        Alert resolved;
        lock (_gate)
        {
            if (_incidents.Find(of => of.Alert.Id == id) is not { IsOpen: true } incident) return null;
            incident.IsQuiet = true;
            Resolve(incident, "operator");
            resolved = incident.Alert;
        }

        await WriteAsync(cancellationToken).ConfigureAwait(false);
        return resolved;
    }

    /// <summary>Looks at every rule once. Not before the reports are loaded: half of them would look like calm.</summary>
    public async Task EvaluateAsync(CancellationToken cancellationToken = default)
    {
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        var reader = new AlertReader(_reports, now);
        var rules = _options.AllRules;
        foreach (var rule in rules)
        {
            var held = reader.Read(rule).Where(reading => reading.Count >= rule.MinimumCount && rule.IsHeldBy(reading.Value))
                .OrderByDescending(reading => reading.Value).Take(MostSubjects).ToDictionary(reading => (rule.Name, reading.Phase ?? rule.Phase, reading.Step ?? rule.Step));
            lock (_gate)
            {
                foreach (var (subject, reading) in held) Hold(rule, subject, reading, now);
                foreach (var incident in _incidents.Where(incident => incident.Alert.Rule == rule.Name && !held.ContainsKey(incident.Subject)).ToArray())
                    Cease(incident, rule.KeepFiring, now);
            }
        }

        lock (_gate)
        {
            // A rule that is gone holds no more.
            foreach (var incident in _incidents.Where(incident => rules.All(rule => rule.Name != incident.Alert.Rule)).ToArray()) Cease(incident, TimeSpan.Zero, now);
            Forget(now);
        }

        await WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits a moment for those who are being told.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_queues.Select(queue => queue.DisposeAsync().AsTask())).ConfigureAwait(false);
        _client.Dispose();
        _turn.Dispose();
    }

    private void Hold(AlertRule rule, (string Rule, string? Phase, string? Step) subject, AlertReading reading, DateTimeOffset now)
    {
        var incident = _incidents.Find(of => of.IsOpen && of.Subject == subject);
        if (incident is null)
        {
            if (_incidents.Exists(of => of.IsQuiet && of.Subject == subject)) return;
            incident = new Incident(
                new Alert
                {
                    Id = Guid.CreateVersion7(now).ToString("N"),
                    Rule = rule.Name,
                    Severity = rule.Severity,
                    State = AlertState.Pending,
                    Metric = rule.Metric,
                    Comparison = rule.Comparison,
                    Threshold = rule.Threshold,
                    Type = rule.Type,
                    Phase = subject.Phase,
                    Step = subject.Step,
                    Code = rule.Code,
                    Since = now,
                },
                now);
            _incidents.Add(incident);
            _unwritten.Add(incident.Alert.Id);
        }

        incident.LastHeld = now;
        incident.Alert = incident.Alert with { Value = Math.Round(reading.Value, 4), Message = AlertReader.Describe(rule, reading) };
        if (incident.Alert.State != AlertState.Pending || now - incident.Alert.Since < rule.For) return;
        incident.Alert = incident.Alert with { State = AlertState.Firing, FiredAt = now };
        Tell(incident.Alert);
    }

    private void Cease(Incident incident, TimeSpan keepFiring, DateTimeOffset now)
    {
        if (incident.IsQuiet)
        {
            incident.IsQuiet = false;
            _unwritten.Add(incident.Alert.Id);
        }

        if (incident.Alert.State == AlertState.Pending)
        {
            _incidents.Remove(incident);
            _unwritten.Add(incident.Alert.Id);
        }
        else if (incident.Alert.State == AlertState.Firing && now - incident.LastHeld >= keepFiring)
        {
            Resolve(incident, "condition");
        }
    }

    private void Resolve(Incident incident, string by)
    {
        incident.Alert = incident.Alert with { State = AlertState.Resolved, ResolvedAt = _time.GetUtcNow(), ResolvedBy = by };
        if (incident.Alert.FiredAt is not null) Tell(incident.Alert);
        _unwritten.Add(incident.Alert.Id);
    }

    private void Tell(Alert alert)
    {
        _unwritten.Add(alert.Id);
        foreach (var queue in _queues) queue.Post(alert);
        foreach (var subscriber in _subscribers)
        {
            try
            {
                subscriber(alert);
            }
            catch (Exception)
            {
                // Somebody else's code: the others are to hear of the alert all the same.
            }
        }
    }

    private void Forget(DateTimeOffset now)
    {
        var over = _incidents.Where(incident => !incident.IsOpen && !incident.IsQuiet).OrderByDescending(incident => incident.Alert.ResolvedAt).ToArray();
        foreach (var old in over.Where((incident, i) => i >= MostKept || incident.Alert.ResolvedAt < now - Kept))
        {
            _incidents.Remove(old);
            _unwritten.Add(old.Alert.Id);
        }
    }

    private List<Alert> NewestFirst(Func<Alert, bool> isWanted) =>
        [.. _incidents.Select(incident => incident.Alert).Where(isWanted).OrderByDescending(alert => alert.Since).ThenByDescending(alert => alert.Id, StringComparer.Ordinal)];

    private List<Alert> FiredSince(DateTimeOffset from)
    {
        lock (_gate) return NewestFirst(alert => alert.State == AlertState.Firing || alert is { State: AlertState.Resolved, FiredAt: not null, ResolvedAt: { } over } && over >= from);
    }

    private async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isLoaded)) return;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isLoaded) return;
            var found = await _store.LoadAsync(cancellationToken).ConfigureAwait(false);
            var now = _time.GetUtcNow();
            lock (_gate) _incidents.AddRange(found.Select(record => new Incident(record.Alert, now) { IsQuiet = record.IsQuiet }));
            Volatile.Write(ref _isLoaded, true);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes what changed; what cannot be written now is tried again with the next look.</summary>
    private async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            string[] ids;
            lock (_gate) ids = [.. _unwritten];
            foreach (var id in ids)
            {
                AlertRecord? record;
                lock (_gate)
                {
                    _unwritten.Remove(id);
                    record = _incidents.Find(incident => incident.Alert.Id == id) is { } known ? new AlertRecord(known.Alert, known.IsQuiet) : null;
                }

                try
                {
                    if (record is null) await _store.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
                    else await _store.PutAsync(record, cancellationToken).ConfigureAwait(false);
                }
                catch (RecordStoreUnavailableException exception)
                {
                    lock (_gate) _unwritten.Add(id);
                    LogUnwritten(_logger, exception.GetType().Name);
                    return;
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Alerts could not be written ({ExceptionType}); it is tried again.")]
    private static partial void LogUnwritten(ILogger logger, string exceptionType);

    private sealed class Subscription(AlertService service, Action<Alert> subscriber) : IDisposable
    {
        public void Dispose()
        {
            lock (service._gate) service._subscribers = [.. service._subscribers.Where(other => other != subscriber)];
        }
    }
}
