namespace LiveWorkflows;

/// <summary>A number that only rises. Thread-safe, free of allocations.</summary>
public sealed class Counter
{
    private long _value;

    internal Counter(string name, string? unit) => (Name, Unit) = (name, unit);

    /// <summary>The counter's name.</summary>
    public string Name { get; }

    /// <summary>The unit, such as <c>pages</c>.</summary>
    public string? Unit { get; }

    /// <summary>The value.</summary>
    public long Value => Interlocked.Read(ref _value);

    /// <summary>Adds to the counter; a negative number is ignored.</summary>
    public void Add(long amount = 1)
    {
        if (amount > 0) Interlocked.Add(ref _value, amount);
    }

    internal void Restore(long value) => Interlocked.Exchange(ref _value, value);
}
