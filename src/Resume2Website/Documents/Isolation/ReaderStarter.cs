using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Resume2Website.Documents.Isolation;

/// <summary>Starts readers and waits until they say that they are ready.</summary>
internal sealed class ReaderStarter(ReaderOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Once, before the first reader: what dead processes left holds somebody's document.</summary>
    private readonly Lazy<int> sweeping = new(() =>
    {
        var left = ReaderFolder.Sweep(options.WorkDirectory);
        if (left > 0) IsolationLog.Swept(logger, left);
        return left;
    });

    /// <summary>Starts a reader.</summary>
    /// <exception cref="DocumentException">It does not start: <c>reader_unavailable</c>.</exception>
    public Task<ReaderProcess> StartAsync(CancellationToken cancellationToken) => Task.Run(() => StartNowAsync(cancellationToken), cancellationToken);

    private async Task<ReaderProcess> StartNowAsync(CancellationToken cancellationToken)
    {
        _ = sweeping.Value;
        ReaderProcess reader;
        try
        {
            reader = new ReaderProcess(Process.Start(ReaderProgram.StartInfo(options))!, options, timeProvider, logger);
        }
        catch (Exception exception) when (exception is Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            IsolationLog.NotStarted(logger, exception);
            throw new DocumentException("reader_unavailable", exception);
        }

        using var limit = new CancellationTokenSource(options.StartLimit, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await reader.AwaitReadyAsync(either.Token).ConfigureAwait(false);
            return reader;
        }
        catch (Exception exception)
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            IsolationLog.NotStarted(logger, exception);
            throw new DocumentException("reader_unavailable", exception);
        }
    }
}
