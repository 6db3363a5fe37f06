namespace Resume2Website.Tests.Stages;

/// <summary>Stops the world at the n-th thing a run does, as a kill would: what was awaited there never comes back.</summary>
internal sealed class Interruption(int at = int.MaxValue)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Task Reached => _reached.Task;

    public async Task PassAsync()
    {
        if (Interlocked.Increment(ref _count) != at) return;
        _reached.TrySetResult();
        await new TaskCompletionSource().Task;
    }
}
