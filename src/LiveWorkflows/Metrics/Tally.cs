namespace LiveWorkflows.Metrics;

/// <summary>What was counted of one series in some time; which of it is used depends on the kind of series.</summary>
internal sealed class Tally
{
    private const long HasValue = 1L << 9;

    public long Count { get; set; }

    public long Failed { get; set; }

    public long Cancelled { get; set; }

    public long Started { get; set; }

    public long Retries { get; set; }

    /// <summary>Time on the critical path of the runs, in microseconds.</summary>
    public long PathMicroseconds { get; set; }

    /// <summary>Time altogether, in microseconds; of a rate the sum, in ten-thousandths.</summary>
    public long TotalMicroseconds { get; set; }

    /// <summary>When it happened first and last, in milliseconds since 1970; 0 for never.</summary>
    public long FirstMs { get; set; }

    /// <inheritdoc cref="FirstMs"/>
    public long LastMs { get; set; }

    /// <summary>A counter's sum or a gauge's last value.</summary>
    public double Value { get; set; }

    public Histogram Durations { get; } = new();

    public void See(long firstMs, long lastMs)
    {
        if (FirstMs == 0 || firstMs < FirstMs) FirstMs = firstMs;
        if (lastMs > LastMs) LastMs = lastMs;
    }

    /// <summary>Takes a gauge's value, if no later one is known; of two at the same time the larger, so that order does not matter.</summary>
    public void Set(double value, long atMs)
    {
        if (atMs > LastMs || (atMs == LastMs && value > Value)) (Value, LastMs) = (value, atMs);
    }

    /// <summary>Writes what is not zero: first which figures those are, bit by bit.</summary>
    public void Write(CompactWriter writer)
    {
        ReadOnlySpan<long> figures = [Count, Failed, Cancelled, Started, Retries, PathMicroseconds, TotalMicroseconds, FirstMs, LastMs - FirstMs];
        var mask = Value == 0 ? 0L : HasValue;
        for (var i = 0; i < figures.Length; i++) mask |= figures[i] == 0 ? 0 : 1L << i;
        writer.Write(mask);
        foreach (var figure in figures)
        {
            if (figure != 0) writer.Write(figure);
        }

        if (Value != 0) writer.Write(Value);
        Durations.Write(writer);
    }

    public void Add(Tally other, SeriesKind kind)
    {
        Count += other.Count;
        Failed += other.Failed;
        Cancelled += other.Cancelled;
        Started += other.Started;
        Retries += other.Retries;
        PathMicroseconds += other.PathMicroseconds;
        TotalMicroseconds += other.TotalMicroseconds;
        AddValue(other.Value, other.FirstMs, other.LastMs, kind);
        Durations.Merge(other.Durations);
    }

    /// <summary>Adds what was written.</summary>
    public void Add(ref CompactReader reader, SeriesKind kind)
    {
        var mask = reader.ReadNumber();
        Span<long> figures = stackalloc long[9];
        for (var i = 0; i < figures.Length; i++) figures[i] = (mask & (1L << i)) == 0 ? 0 : reader.ReadNumber();
        var value = (mask & HasValue) == 0 ? 0 : reader.ReadReal();
        Count += figures[0];
        Failed += figures[1];
        Cancelled += figures[2];
        Started += figures[3];
        Retries += figures[4];
        PathMicroseconds += figures[5];
        TotalMicroseconds += figures[6];
        var (first, last) = (figures[7], figures[7] + figures[8]);
        AddValue(value, first, last, kind);
        Durations.Add(ref reader);
    }

    private void AddValue(double value, long firstMs, long lastMs, SeriesKind kind)
    {
        if (kind == SeriesKind.Gauge)
        {
            if (lastMs > 0) Set(value, lastMs);
            return;
        }

        Value += value;
        if (lastMs > 0) See(firstMs, lastMs);
    }
}
