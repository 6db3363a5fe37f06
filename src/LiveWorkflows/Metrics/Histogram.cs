using System.Diagnostics;
using System.Numerics;

namespace LiveWorkflows.Metrics;

/// <summary>
/// The distribution of durations in bounded memory: the samples themselves while there are fewer than <see cref="ExactBelow"/>, log-linear
/// bins of 64 an octave from there on, as in HdrHistogram (Tene).
/// </summary>
/// <remarks>
/// A bin's middle is at most 1/128 away from any sample in it, so a quantile is within 0.8 % of the exact one. Samples are whole microseconds:
/// sums and bins are integers, so merging is exact, commutative and associative. Not thread-safe.
/// </remarks>
internal sealed class Histogram
{
    /// <summary>From so many samples on they are counted in bins.</summary>
    public const int ExactBelow = 20;

    /// <summary>The largest sample that is told from larger ones: 2^50 µs, which is 35 years.</summary>
    public const long Largest = 1L << 50;

    private const int BinsAnOctave = 64;
    private const int Precision = 6;

    private List<long>? _samples = [];

    // The bins from _lowest on, as far as samples reached.
    private long[] _bins = [];
    private int _lowest;

    public long Count { get; private set; }

    public long Sum { get; private set; }

    public long Min { get; private set; } = long.MaxValue;

    public long Max { get; private set; }

    /// <summary>Whether the samples themselves are kept.</summary>
    public bool IsExact => _samples is not null;

    /// <summary>The bin of a sample: one for each of the first 128 microseconds, then 64 for each doubling.</summary>
    public static int BinOf(long microseconds)
    {
        if (microseconds < 2 * BinsAnOctave) return (int)microseconds;
        var shift = BitOperations.Log2((ulong)microseconds) - Precision;
        return shift * BinsAnOctave + (int)(microseconds >> shift);
    }

    /// <summary>The middle of a bin.</summary>
    public static double MiddleOf(int bin)
    {
        if (bin < 2 * BinsAnOctave) return bin;
        var shift = bin / BinsAnOctave - 1;
        var lowest = (long)(bin - shift * BinsAnOctave) << shift;
        return lowest + ((1L << shift) - 1) / 2.0;
    }

    public static long ToMicroseconds(double milliseconds) =>
        double.IsNaN(milliseconds) ? 0 : (long)Math.Round(Math.Clamp(milliseconds * 1000, 0, Largest));

    public void Record(double milliseconds) => RecordMicroseconds(ToMicroseconds(milliseconds));

    public void RecordMicroseconds(long microseconds, long times = 1)
    {
        if (times <= 0) return;
        var sample = Math.Clamp(microseconds, 0, Largest);
        (Min, Max) = (Math.Min(Min, sample), Math.Max(Max, sample));
        Sum += sample * times;
        Count += times;
        if (Count < ExactBelow)
        {
            for (var i = 0; i < times; i++) _samples!.Add(sample);
            return;
        }

        Spill();
        At(BinOf(sample)) += times;
    }

    /// <summary>Adds everything that another one has counted.</summary>
    public void Merge(Histogram other)
    {
        if (other.Count == 0) return;
        if (other._samples is { } samples)
        {
            foreach (var sample in samples) RecordMicroseconds(sample);
            return;
        }

        AddBins(other.Bins(), other.Sum, other.Min, other.Max);
    }

    /// <summary>Adds bins with what they do not tell: sum, least and largest.</summary>
    public void AddBins(IEnumerable<(int Bin, long Count)> bins, long sum, long min, long max)
    {
        Spill();
        foreach (var (bin, count) in bins)
        {
            At(bin) += count;
            Count += count;
        }

        Sum += sum;
        (Min, Max) = (Math.Min(Min, min), Math.Max(Max, max));
    }

    /// <summary>The samples, ascending; only while <see cref="IsExact"/>.</summary>
    public long[] Samples()
    {
        Debug.Assert(IsExact);
        return [.. _samples!.Order()];
    }

    /// <summary>The bins that hold something, ascending; none while <see cref="IsExact"/>.</summary>
    public IEnumerable<(int Bin, long Count)> Bins()
    {
        for (var i = 0; i < _bins.Length; i++)
        {
            if (_bins[i] > 0) yield return (_lowest + i, _bins[i]);
        }
    }

    /// <summary>A quantile in microseconds; between two samples the line between them counts (definition 7 of Hyndman and Fan, 1996).</summary>
    public double Quantile(double fraction)
    {
        if (Count == 0) return double.NaN;
        var place = (Count - 1) * fraction;
        var below = (long)place;
        var (low, high) = _samples is null ? InBins(below) : InSamples((int)below);
        return low + (high - low) * (place - below);
    }

    /// <summary>The samples of two ranks that follow each other, from 0.</summary>
    private (double Low, double High) InSamples(int rank)
    {
        var sorted = Samples();
        return (sorted[rank], sorted[Math.Min(rank + 1, sorted.Length - 1)]);
    }

    private (double Low, double High) InBins(long rank)
    {
        var (seen, low) = (0L, double.NaN);
        foreach (var (bin, count) in Bins())
        {
            seen += count;
            if (double.IsNaN(low) && rank < seen) low = Within(bin);
            if (rank + 1 < seen) return (low, Within(bin));
        }

        return (low, low);
    }

    public void Write(CompactWriter writer)
    {
        writer.Write(Count);
        if (Count == 0) return;
        if (_samples is not null)
        {
            var before = 0L;
            foreach (var sample in Samples())
            {
                writer.Write(sample - before);
                before = sample;
            }

            return;
        }

        writer.Write(Sum);
        writer.Write(Min);
        writer.Write(Max - Min);
        var last = 0;
        writer.Write(Bins().Count());
        foreach (var (bin, count) in Bins())
        {
            writer.Write(bin - last);
            writer.Write(count);
            last = bin;
        }
    }

    /// <summary>Adds what was written.</summary>
    public void Add(ref CompactReader reader)
    {
        var count = reader.ReadNumber();
        if (count < ExactBelow)
        {
            var sample = 0L;
            for (var i = 0; i < count; i++) RecordMicroseconds(sample += reader.ReadNumber());
            return;
        }

        Spill();
        Count += count;
        Sum += reader.ReadNumber();
        var min = reader.ReadNumber();
        (Min, Max) = (Math.Min(Min, min), Math.Max(Max, min + reader.ReadNumber()));
        var bin = 0;
        for (var used = reader.ReadNumber(); used > 0; used--) At(bin += (int)reader.ReadNumber()) += reader.ReadNumber();
    }

    private double Within(int bin) => Math.Clamp(MiddleOf(bin), Min, Max);

    private void Spill()
    {
        if (_samples is not { } samples) return;
        _samples = null;
        foreach (var sample in samples) At(BinOf(sample))++;
    }

    private ref long At(int bin)
    {
        if (_bins.Length == 0)
        {
            (_lowest, _bins) = (bin, new long[4]);
        }
        else if (bin < _lowest)
        {
            // Some room to spare below, or samples that fall one by one would move everything each time.
            var room = Math.Min(bin, _bins.Length / 2);
            var wider = new long[_bins.Length + _lowest - bin + room];
            _bins.CopyTo(wider, _lowest - bin + room);
            (_lowest, _bins) = (bin - room, wider);
        }
        else if (bin - _lowest >= _bins.Length)
        {
            Array.Resize(ref _bins, Math.Max(bin - _lowest + 1, _bins.Length * 2));
        }

        return ref _bins[bin - _lowest];
    }
}
