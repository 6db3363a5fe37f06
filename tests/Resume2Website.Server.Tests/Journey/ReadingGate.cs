namespace Resume2Website.Server.Tests.Journey;

/// <summary>Keeps the reader waiting until it is opened, so that a test can look at a journey in its middle for as long as it needs.</summary>
internal sealed class ReadingGate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => opened.TrySetResult();

    public Task PassAsync(CancellationToken cancellationToken) => opened.Task.WaitAsync(cancellationToken);
}
