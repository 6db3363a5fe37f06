using LiveWorkflows.Errors;

namespace Resume2Website.Sites.Printing;

/// <summary>Prints one site at a time: a browser takes a core and a few hundred megabytes. Few may wait; who comes later is told to come again.</summary>
internal sealed class QueuedSitePrinter(ISitePrinter printer, int maxWaiting) : ISitePrinter, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _present;

    public bool IsAvailable => printer.IsAvailable;

    public async Task<byte[]> PrintAsync(Site site, PrintOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            if (Interlocked.Increment(ref _present) > maxWaiting + 1) throw new WorkflowException(PrintingErrors.Busy);
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await printer.PrintAsync(site, options, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _present);
        }
    }

    public void Dispose() => _turn.Dispose();
}
