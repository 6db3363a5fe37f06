namespace LiveWorkflows.Tracking;

/// <summary>
/// One thing that happened, as the caller's thread notes it: no strings are built, nothing is numbered or serialised here.
/// The composer makes an event of it later, on the pump's thread.
/// </summary>
internal struct EventSlot
{
    /// <summary>The clock's reading, in the time provider's own ticks.</summary>
    public long Timestamp;

    /// <summary>A step's index, for steps; else the kind's own number.</summary>
    public int Index;

    /// <summary>The parent step's index, -1 for none; or the kind's own number.</summary>
    public int Parent;

    public SlotKind Kind;

    /// <summary>A confidence, a delay in milliseconds; NaN for none.</summary>
    public double Number;

    public string? Text;

    public object? Payload;
}
