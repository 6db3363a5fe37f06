namespace Resume2Website.Documents.Isolation;

/// <summary>Watches a reader at work, and ends it when it takes too much memory or time.</summary>
internal sealed class ReaderWatch : IDisposable
{
    private readonly ReaderProcess reader;
    private readonly ReaderOptions options;
    private readonly TimeProvider timeProvider;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private long lastSign;
    private TimeSpan limit;
    private string? verdict;

    public ReaderWatch(ReaderProcess reader, ReaderOptions options, TimeProvider timeProvider)
    {
        this.reader = reader;
        this.options = options;
        this.timeProvider = timeProvider;
        lastSign = timeProvider.GetTimestamp();
        limit = options.OpeningLimit;
        timer = timeProvider.CreateTimer(static watch => ((ReaderWatch)watch!).Look(), this, options.WatchInterval, options.WatchInterval);
    }

    /// <summary>The code of the limit at which the reader was ended; null while it keeps to all of them.</summary>
    public string? Verdict => Volatile.Read(ref verdict);

    /// <summary>Tells that the reader is a page further, or has opened the document.</summary>
    public void Advance(ReadingProgress progress)
    {
        lock (gate)
        {
            lastSign = timeProvider.GetTimestamp();
            limit = progress.IsRecognizing ? options.RecognitionLimit : options.PageLimit;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        bool isLate;
        lock (gate) isLate = timeProvider.GetElapsedTime(lastSign) > limit;
        if (isLate) End("reading_timeout");
        else if (ProcessTreeMemory.Of(reader.Id) > options.TreeBytes) End("too_complex");
    }

    private void End(string code)
    {
        Interlocked.CompareExchange(ref verdict, code, null);
        reader.Kill();
    }
}
