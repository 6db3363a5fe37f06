namespace LiveWorkflows;

/// <summary>A value that is set. Thread-safe, free of allocations.</summary>
public sealed class Gauge
{
    private double _value = double.NaN;

    internal Gauge(string name, string? unit) => (Name, Unit) = (name, unit);

    /// <summary>The gauge's name.</summary>
    public string Name { get; }

    /// <summary>The unit.</summary>
    public string? Unit { get; }

    /// <summary>The value; not a number before it was first set.</summary>
    public double Value => Volatile.Read(ref _value);

    /// <summary>Sets the gauge; what is not a finite number is ignored.</summary>
    public void Set(double value)
    {
        if (double.IsFinite(value)) Volatile.Write(ref _value, value);
    }
}
