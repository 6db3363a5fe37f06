namespace LiveWorkflows.Events;

/// <summary>What an estimate of the remaining time rests on.</summary>
public enum EtaBasis
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>The pace of this run.</summary>
    Observed,

    /// <summary>Earlier runs of the same workflow.</summary>
    History,
}
