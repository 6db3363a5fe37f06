using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>
/// The runs that are over, added up: everything in slots of 5 s for a day and the hour before it; counts, durations and errors in slots of an
/// hour for 30 days.
/// </summary>
/// <remarks>Thread-safe. Memory depends on how many different names there are, not on how many runs.</remarks>
internal sealed class RunHistory
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    public static readonly TimeSpan KeptFine = TimeSpan.FromHours(25);
    public static readonly TimeSpan LongestFineWindow = TimeSpan.FromHours(24);

    /// <summary>What the packed slots may take before old ones are joined.</summary>
    private const long FineBudget = 32L << 20;
    private const long CoarseBudget = 8L << 20;
    private static readonly TimeSpan CollectInterval = TimeSpan.FromMinutes(10);

    /// <summary>Rates are added up in ten-thousandths, so that order does not matter.</summary>
    public const double RateUnit = 10_000;

    /// <summary>What errors are called that found no room of their own.</summary>
    private static readonly ErrorFact OtherErrors = new()
    {
        At = DateTimeOffset.UnixEpoch, Fingerprint = SeriesTable.Other, Code = "other", Title = "Other errors", Category = Errors.ErrorCategory.Internal,
    };

    private readonly Lock _gate = new();
    private readonly SeriesTable _series = new();
    private readonly SlotStore _fine;
    private readonly SlotStore _coarse;
    private readonly TimeProvider _time;
    private readonly Func<string, bool> _isLeftOut;
    private readonly Dictionary<string, ErrorFact> _patterns = new(StringComparer.Ordinal);
    private DateTimeOffset _pruned = DateTimeOffset.MinValue;
    private DateTimeOffset _collected = DateTimeOffset.MinValue;

    public RunHistory(TimeProvider time, Func<string, bool> isLeftOut)
    {
        (_time, _isLeftOut) = (time, isLeftOut);
        _fine = new SlotStore(TimeSpan.FromSeconds(5), _series, FineBudget);
        _coarse = new SlotStore(TimeSpan.FromHours(1), _series, CoarseBudget);
    }

    /// <summary>Names that found no room of their own and count as other.</summary>
    public long OtherNames
    {
        get
        {
            lock (_gate) return _series.Overflowed;
        }
    }

    /// <summary>Bytes that the slots take.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate) return _fine.PackedBytes + _coarse.PackedBytes;
        }
    }

    public void Add(RunFact fact)
    {
        if (_isLeftOut(fact.Type)) return;
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            Prune(now);
            if (fact.EndedAt >= now - Kept) AddRun(_coarse, fact);
            foreach (var error in fact.Errors.Where(error => error.At >= now - Kept)) AddError(_coarse, fact.Type, error);
            if (fact.EndedAt < now - KeptFine) return;
            AddRun(_fine, fact);
            foreach (var error in fact.Errors.Where(error => error.At >= now - KeptFine)) AddError(_fine, fact.Type, error);
            foreach (var part in fact.Phases.Concat(fact.Steps)) AddPart(fact, part);
            AddMeasurements(fact);
        }
    }

    /// <summary>The window of a length that ends with the running slot.</summary>
    public ReportWindow WindowOf(TimeSpan length)
    {
        lock (_gate)
        {
            var slots = length <= LongestFineWindow ? _fine : _coarse;
            var end = slots.SlotOf(_time.GetUtcNow()) + 1;
            var from = slots.BeginOf(slots.SlotOf(slots.BeginOf(end) - length));
            var width = length <= LongestFineWindow ? slots.WidthAt(slots.SlotOf(from)) : slots.Width;
            return new ReportWindow(from, slots.BeginOf(end), width);
        }
    }

    /// <summary>What was counted from a time to before another; of some kinds of series only, and of one type of workflow where that is given.</summary>
    public WindowFigures Read(DateTimeOffset from, DateTimeOffset to, bool isFine, string? type = null, params ReadOnlySpan<SeriesKind> kinds)
    {
        SeriesKind[] wanted = [.. kinds];
        var tallies = new Dictionary<int, Tally>();
        lock (_gate)
        {
            var slots = isFine ? _fine : _coarse;
            slots.AddUp(slots.SlotOf(from), slots.SlotOf(to), tallies, IsWanted);
            return new WindowFigures(tallies.ToDictionary(item => _series[item.Key], item => item.Value));
        }

        bool IsWanted(int number)
        {
            var key = _series[number];
            return (type is null || key.Type == type) && (wanted.Length == 0 || wanted.Contains(key.Kind));
        }
    }

    /// <summary>What is known of an error's pattern by its series' name.</summary>
    public ErrorFact PatternOf(string name)
    {
        lock (_gate) return _patterns.GetValueOrDefault(name, OtherErrors);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _fine.Clear();
            _coarse.Clear();
            _series.Clear();
            _patterns.Clear();
        }
    }

    private void AddRun(SlotStore slots, RunFact fact)
    {
        var series = Number(new SeriesKey(SeriesKind.Run, fact.Type));
        if (fact.StartedAt is { } startedAt && startedAt >= _time.GetUtcNow() - (ReferenceEquals(slots, _fine) ? KeptFine : Kept)) slots.At(startedAt, series).Started++;
        var tally = slots.At(fact.EndedAt, series);
        var microseconds = Histogram.ToMicroseconds(fact.DurationMs);
        tally.TotalMicroseconds += microseconds;
        if (fact.Status == WorkflowStatus.Cancelled)
        {
            tally.Cancelled++;
            return;
        }

        tally.Count++;
        if (fact.HasFailed) tally.Failed++;
        tally.Durations.RecordMicroseconds(microseconds);
    }

    private void AddError(SlotStore slots, string type, ErrorFact error)
    {
        var name = $"{error.Fingerprint}\n{error.Step}\n{error.Template}";
        var number = Number(new SeriesKey(SeriesKind.Error, type, name));
        if (_series[number].Name == name && (!_patterns.TryGetValue(name, out var known) || known.At <= error.At)) _patterns[name] = error;
        var tally = slots.At(error.At, number);
        tally.Count += error.Count;
        tally.See(error.At.ToUnixTimeMilliseconds(), (error.LastAt ?? error.At).ToUnixTimeMilliseconds());
    }

    private void AddPart(RunFact fact, PartFact part)
    {
        var tally = _fine.At(fact.EndedAt, Number(new SeriesKey(SeriesKind.Part, fact.Type, part.Phase, part.Step ?? "")));
        tally.Failed += part.Failed;
        tally.Retries += part.Retries;
        tally.PathMicroseconds += part.PathMicroseconds;
        part.Durations.AddTo(tally.Durations);
    }

    private void AddMeasurements(RunFact fact)
    {
        foreach (var (name, durations) in fact.Timings) durations.AddTo(At(SeriesKind.Timer, name).Durations);
        foreach (var (name, value) in fact.Counters) At(SeriesKind.Counter, name).Value += value;
        foreach (var (name, value) in fact.Gauges) At(SeriesKind.Gauge, name).Set(value, fact.EndedAt.ToUnixTimeMilliseconds());
        foreach (var (name, value) in fact.Rates)
        {
            var tally = At(SeriesKind.Rate, name);
            tally.Count++;
            tally.TotalMicroseconds += (long)Math.Round(Math.Clamp(value, 0, 1e12) * RateUnit);
        }

        Tally At(SeriesKind kind, string name) => _fine.At(fact.EndedAt, Number(new SeriesKey(kind, fact.Type, name)));
    }

    private int Number(SeriesKey key)
    {
        if (_series.IsFull && _time.GetUtcNow() - _collected >= CollectInterval)
        {
            _collected = _time.GetUtcNow();
            _series.Keep(_fine.Used().Union(_coarse.Used()).ToHashSet());
            foreach (var name in _patterns.Keys.Where(name => !_series.Knows(SeriesKind.Error, name)).ToArray()) _patterns.Remove(name);
        }

        return _series.NumberOf(key);
    }

    private void Prune(DateTimeOffset now)
    {
        if (now - _pruned < TimeSpan.FromMinutes(1)) return;
        _pruned = now;
        _fine.Prune(now - KeptFine - _fine.Width);
        _coarse.Prune(now - Kept);
    }
}
