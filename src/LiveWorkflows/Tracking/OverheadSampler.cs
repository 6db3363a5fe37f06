using System.Numerics;

namespace LiveWorkflows.Tracking;

/// <summary>What tracking costs the callers' threads: about one call in a thousand is timed, with the clock reading that the call makes anyway as its begin.</summary>
/// <remarks>
/// Lock-free. Durations are counted in buckets an eighth of a power of two wide, so a percentile is at most 12.5 % off. The clock's second reading takes
/// the place of the first in what is measured, so a figure is that of a call that is not timed.
/// </remarks>
internal sealed class OverheadSampler(TimeProvider time)
{
    private const int Eighths = 8;
    private readonly double _nanosecondsPerTick = 1e9 / time.TimestampFrequency;
    private readonly long[] _buckets = new long[40 * Eighths];

    /// <summary>Whether the call that began at this reading is timed. A hash, since clocks step in tens or hundreds of nanoseconds.</summary>
    public static bool Takes(long begun) => (uint)((ulong)begun * 0x9E3779B97F4A7C15 >> 32) < uint.MaxValue / 1024;

    /// <summary>A call that is timed ends.</summary>
    public void Add(long begun) => Record((long)((time.GetTimestamp() - begun) * _nanosecondsPerTick));

    internal void Record(long nanoseconds) => Interlocked.Increment(ref _buckets[Math.Min(BucketOf((ulong)Math.Max(0, nanoseconds)), _buckets.Length - 1)]);

    /// <summary>The nanoseconds that this part of the timed calls did not exceed; null when none was timed.</summary>
    public double? Percentile(double part)
    {
        long total = 0;
        for (var i = 0; i < _buckets.Length; i++) total += Interlocked.Read(ref _buckets[i]);
        if (total == 0) return null;
        var left = (long)Math.Ceiling(part * total);
        for (var i = 0; i < _buckets.Length; i++)
        {
            left -= Interlocked.Read(ref _buckets[i]);
            if (left <= 0) return MiddleOf(i);
        }

        return MiddleOf(_buckets.Length - 1);
    }

    /// <summary>Below 8 each number has a bucket, above each power of two has eight.</summary>
    private static int BucketOf(ulong value)
    {
        if (value < Eighths) return (int)value;
        var shift = BitOperations.Log2(value) - 3;
        return shift * Eighths + (int)(value >> shift);
    }

    private static double MiddleOf(int bucket)
    {
        if (bucket < Eighths) return bucket;
        var shift = bucket / Eighths - 1;
        var low = (double)((ulong)(bucket - shift * Eighths) << shift);
        return low + (Math.Pow(2, shift) - 1) / 2;
    }
}
