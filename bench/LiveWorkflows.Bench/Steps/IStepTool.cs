namespace LiveWorkflows.Bench.Steps;

/// <summary>A way of saying that a step begins and that it ends.</summary>
internal interface IStepTool : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Gets ready for a burst.</summary>
    ValueTask BeginBurstAsync();

    /// <summary>Says that a step begins.</summary>
    object? Begin();

    /// <summary>Says that it has ended.</summary>
    void End(object? step);

    /// <summary>Waits until everything said in the burst is where it belongs.</summary>
    ValueTask EndBurstAsync();
}
