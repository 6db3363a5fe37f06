namespace LiveWorkflows.AspNetCore.Tests.Client;

/// <summary>The stream of a connection that is half dead: nothing comes and nothing ends.</summary>
internal sealed class SilentStream : MemoryStream
{
    public TaskCompletionSource IsRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsRead.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
