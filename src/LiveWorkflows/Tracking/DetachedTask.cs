namespace LiveWorkflows.Tracking;

/// <summary>Work that outlives the call which happened to start it.</summary>
internal static class DetachedTask
{
    /// <summary>Runs it on the pool without the caller's ambient workflow, activity or culture, which it would keep for good and take for its own.</summary>
    public static Task Run(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed()) return Task.Run(work);
        using (ExecutionContext.SuppressFlow()) return Task.Run(work);
    }
}
