using CsCheck;
using HdrHistogram;
using Histogram = LiveWorkflows.Metrics.Histogram;

namespace LiveWorkflows.Tests.Metrics;

public sealed class HistogramTests
{
    private static readonly double[] Fractions = [0, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1];

    /// <summary>From microseconds to hours, each order of magnitude as likely.</summary>
    private static readonly Gen<long> Durations = Gen.Double[0, 10.5].Select(exponent => (long)Math.Pow(10, exponent));

    [Fact]
    public void Quantile_BelowTwentySamples_IsExact()
    {
        Durations.Array[1, Histogram.ExactBelow - 1].Sample(samples =>
        {
            var histogram = Of(samples);
            foreach (var fraction in Fractions) histogram.Quantile(fraction).Should().Be(Exact(samples, fraction));
        }, iter: 500);
    }

    [Fact]
    public void Quantile_OfAnyNumberOfSamples_IsWithinOnePercent()
    {
        Durations.Array[Histogram.ExactBelow, 400].Sample(samples =>
        {
            var histogram = Of(samples);
            foreach (var fraction in Fractions)
            {
                var exact = Exact(samples, fraction);
                histogram.Quantile(fraction).Should().BeApproximately(exact, exact * 0.01);
            }
        }, iter: 500);
    }

    [Fact]
    public void Quantile_BesideHdrHistogram_AgreesWithinItsThreeDigits()
    {
        var random = new Random(7);
        var oracle = new LongHistogram(Histogram.Largest, 3);
        var histogram = new Histogram();
        for (var i = 0; i < 100_000; i++)
        {
            // Log-normal with a heavy tail, as durations of work are.
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var sample = (long)(50_000 * Math.Exp(1.5 * normal)) + 1;
            oracle.RecordValue(sample);
            histogram.RecordMicroseconds(sample);
        }

        foreach (var percent in new[] { 1, 10, 50, 75, 90, 95, 99, 99.9 })
        {
            double expected = oracle.GetValueAtPercentile(percent);
            histogram.Quantile(percent / 100).Should().BeApproximately(expected, expected * 0.01);
        }

        histogram.Count.Should().Be(oracle.TotalCount);
    }

    [Fact]
    public void Merge_InAnyOrderAndGrouping_IsRecordingEverything()
    {
        var parts = Durations.Array[0, 60];
        Gen.Select(parts, parts, parts).Sample((a, b, c) =>
        {
            var all = Of([.. a, .. b, .. c]);
            ShouldEqual(Merged(Merged(Of(a), Of(b)), Of(c)), all);
            ShouldEqual(Merged(Of(a), Merged(Of(b), Of(c))), all);
            ShouldEqual(Merged(Merged(Of(c), Of(a)), Of(b)), all);
        }, iter: 500);
    }

    [Fact]
    public void BinOf_Ascending_NeverFallsAndHoldsItsMiddle()
    {
        Durations.Sample(sample =>
        {
            Histogram.BinOf(sample + 1).Should().BeGreaterThanOrEqualTo(Histogram.BinOf(sample));
            Histogram.BinOf((long)Histogram.MiddleOf(Histogram.BinOf(sample))).Should().Be(Histogram.BinOf(sample));
        });
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(-5, 0)]
    [InlineData(double.PositiveInfinity, Histogram.Largest)]
    [InlineData(1.0004, 1000)]
    public void Record_OfWhatNoClockSays_IsHeldWithinBounds(double milliseconds, long expected)
    {
        var histogram = new Histogram();

        histogram.Record(milliseconds);

        histogram.Max.Should().Be(expected);
    }

    [Fact]
    public void Quantile_OfNothing_IsNone() => new Histogram().Quantile(0.5).Should().Be(double.NaN);

    private static Histogram Of(IEnumerable<long> samples)
    {
        var histogram = new Histogram();
        foreach (var sample in samples) histogram.RecordMicroseconds(sample);
        return histogram;
    }

    private static Histogram Merged(Histogram left, Histogram right)
    {
        left.Merge(right);
        return left;
    }

    private static void ShouldEqual(Histogram actual, Histogram expected)
    {
        (actual.Count, actual.Sum, actual.Min, actual.Max, actual.IsExact).Should().Be((expected.Count, expected.Sum, expected.Min, expected.Max, expected.IsExact));
        actual.Bins().Should().Equal(expected.Bins());
        if (expected.IsExact) actual.Samples().Should().Equal(expected.Samples());
    }

    /// <summary>Definition 7 of Hyndman and Fan over the samples themselves.</summary>
    private static double Exact(long[] samples, double fraction)
    {
        var sorted = samples.Order().ToArray();
        var place = (sorted.Length - 1) * fraction;
        var below = (int)place;
        return sorted[below] + (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]) * (place - below);
    }
}
