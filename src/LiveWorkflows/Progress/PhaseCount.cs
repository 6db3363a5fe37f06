namespace LiveWorkflows.Progress;

/// <summary>A phase as steps are counted in it.</summary>
internal sealed class PhaseCount(string name, int? planned, int? expected)
{
    public string Name { get; } = name;

    /// <summary>Top-level steps that began, and that ended.</summary>
    public int Seen { get; set; }

    public int Ended { get; set; }

    public bool IsOpen { get; set; } = true;

    /// <summary>What open steps report of themselves, summed; made anew for every estimate.</summary>
    public double OpenFractions { get; set; }

    public int Steps => Math.Max(Math.Max(expected ?? 0, Seen), IsOpen ? planned ?? 0 : 0);

    public double Weight => Math.Max(1, Math.Max(Steps, planned ?? 0));

    public double Fraction => IsOpen ? Math.Min(1, (Ended + OpenFractions) / Math.Max(1, Steps)) : 1;
}
