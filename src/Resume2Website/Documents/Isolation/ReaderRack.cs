namespace Resume2Website.Documents.Isolation;

/// <summary>Where started readers wait, and where every reader that lives is known, so that none outlives the pool.</summary>
internal sealed class ReaderRack(ReaderStarter starter) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<Task<ReaderProcess>> waiting = [];
    private readonly HashSet<ReaderProcess> atWork = [];
    private readonly CancellationTokenSource closing = new();

    /// <summary>Starts readers until so many wait.</summary>
    public void Fill(int count)
    {
        lock (gate)
        {
            Forget();
            while (!closing.IsCancellationRequested && waiting.Count < count) waiting.Insert(0, starter.StartAsync(closing.Token));
        }
    }

    /// <summary>Takes a waiting reader, or a fresh one.</summary>
    /// <exception cref="DocumentException">None could be started.</exception>
    public async Task<ReaderProcess> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var starting = Next();
            ReaderProcess reader;
            try
            {
                reader = await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!closing.IsCancellationRequested)
            {
                // Who asked went away; the reader that was on its way serves the next.
                lock (gate) waiting.Insert(0, starting);
                throw;
            }

            if (reader.HasEnded)
            {
                await reader.DisposeAsync().ConfigureAwait(false);
                continue;
            }

            lock (gate) atWork.Add(reader);
            // Disposal may have gone through the list just before.
            if (closing.IsCancellationRequested) reader.Kill();
            return reader;
        }
    }

    /// <summary>Takes a reader back: it waits for the next document if it is clean, and is ended if not.</summary>
    public async Task PutBackAsync(ReaderProcess reader, ReaderOptions options)
    {
        lock (gate)
        {
            atWork.Remove(reader);
            if (!closing.IsCancellationRequested && reader.IsClean && reader.Served < options.DocumentsPerReader && waiting.Count < options.Spares + options.MaxReaders)
            {
                waiting.Add(Task.FromResult(reader));
                return;
            }
        }

        await reader.DisposeAsync().ConfigureAwait(false);
        Fill(options.Spares);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        List<Task<ReaderProcess>> left;
        lock (gate)
        {
            left = [.. waiting];
            waiting.Clear();
            foreach (var reader in atWork) reader.Kill();
        }

        foreach (var starting in left)
        {
            try
            {
                var reader = await starting.ConfigureAwait(false);
                await reader.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is DocumentException or OperationCanceledException)
            {
                // It never started, so that there is nothing to end.
            }
        }
    }

    /// <summary>A start that failed while nobody waited for it must not fail the next document too.</summary>
    private void Forget() => waiting.RemoveAll(starting => starting.IsFaulted || starting.IsCanceled);

    private Task<ReaderProcess> Next()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
            Forget();
            if (waiting.Count == 0) return starter.StartAsync(closing.Token);
            // The one that worked last stands last: its code is compiled and in the caches.
            var index = Math.Max(0, waiting.FindLastIndex(starting => starting.IsCompletedSuccessfully));
            var next = waiting[index];
            waiting.RemoveAt(index);
            return next;
        }
    }
}
