namespace LiveWorkflows.Tracking;

/// <summary>Takes stored events where they are published, with the bytes they were stored as, so that nothing is serialised twice.</summary>
/// <remarks>Stands on the pump's own path: what it does there is copying into memory, and it neither waits nor throws.</remarks>
internal interface IEventSink
{
    /// <summary>Is told whose events it will take, before the first.</summary>
    void Attach(WorkflowTracker tracker) { }

    /// <summary>A workflow is no longer this process's without having ended here.</summary>
    void Forget(string workflowId) { }

    /// <summary>Takes events of one workflow. What is kept of them beyond the call is copied: their memory may be used again.</summary>
    void Take(IReadOnlyList<OutgoingEvent> stored);

    /// <summary>Finishes what was taken, for at most <paramref name="atMost"/>; nothing comes after.</summary>
    ValueTask CompleteAsync(TimeSpan atMost);
}
