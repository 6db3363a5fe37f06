using System.Runtime.ExceptionServices;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Ocr;

/// <summary>Recognizes pages at the same time, as many as there are processors, and tells of each that is done.</summary>
internal static class PageQueue
{
    /// <summary>The most pages at the same time: each takes the memory of a recognition.</summary>
    private const int Most = 4;

    /// <summary>Works on all pages and returns what came of them, in their order.</summary>
    /// <param name="count">How many pages there are.</param>
    /// <param name="work">Works on the page of an index; calls its second argument as a sign of life.</param>
    /// <param name="progress">Told of each page that is done, and of each sign of life; never from two threads at once.</param>
    /// <exception cref="DocumentException">A page could not be read; the others are given up.</exception>
    public static IReadOnlyList<T> Read<T>(int count, Func<int, Action, T> work, Action<ReadingProgress> progress)
    {
        var results = new T[count];
        var gate = new Lock();
        var (next, done) = (-1, 0);
        ExceptionDispatchInfo? failure = null;
        Tell(isDone: false);
        // Threads of their own, because the programs they start are bound to the thread's life.
        var threads = Enumerable.Range(0, Math.Min(count, Math.Clamp(Environment.ProcessorCount, 1, Most))).Select(_ => new Thread(WorkOn) { IsBackground = true, Name = "Page" }).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        failure?.Throw();
        return results;

        void WorkOn()
        {
            try
            {
                for (int index; Volatile.Read(ref failure) is null && (index = Interlocked.Increment(ref next)) < count;)
                {
                    results[index] = work(index, () => Tell(isDone: false));
                    Tell(isDone: true);
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }

        void Tell(bool isDone)
        {
            lock (gate)
            {
                if (isDone) done++;
                progress(new ReadingProgress(done, count, IsRecognizing: true));
            }
        }
    }
}
