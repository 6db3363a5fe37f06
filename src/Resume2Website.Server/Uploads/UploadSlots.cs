using Microsoft.Extensions.Options;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Uploads;

/// <summary>How many uploads may arrive at once: each is held in memory until it is judged and stored.</summary>
internal sealed class UploadSlots(IOptions<ServerOptions> options)
{
    private readonly int _most = options.Value.Limits.MaxConcurrentUploads;
    private int _taken;

    public int Taken => Volatile.Read(ref _taken);

    /// <exception cref="RefusedException">All are taken.</exception>
    public IDisposable Take()
    {
        if (Interlocked.Increment(ref _taken) <= _most) return new Slot(this);
        Interlocked.Decrement(ref _taken);
        throw new RefusedException(ServerProblems.TooManyUploads);
    }

    private sealed class Slot(UploadSlots slots) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref slots._taken);
    }
}
