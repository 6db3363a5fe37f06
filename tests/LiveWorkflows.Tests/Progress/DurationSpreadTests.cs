using CsCheck;
using LiveWorkflows.Progress;

namespace LiveWorkflows.Tests.Progress;

public sealed class DurationSpreadTests
{
    private static readonly DurationSpread TenSeconds = new(Math.Log(10_000), 0.4);

    [Fact]
    public void Remaining_NothingElapsed_IsTheLogNormalsMedianAndP90()
    {
        TenSeconds.Remaining(0.5, 0).Should().BeApproximately(10_000, 1);
        TenSeconds.Remaining(0.9, 0).Should().BeApproximately(10_000 * Math.Exp(0.4 * 1.28155), 5);
    }

    [Fact]
    public void Remaining_TakesFarLongerThanUsual_GrowsWithTheTime()
    {
        var at = new[] { 20_000.0, 40_000, 80_000, 160_000, 320_000 }.Select(elapsed => TenSeconds.Remaining(0.5, elapsed)).ToArray();
        at.Should().BeInAscendingOrder();
        at[^1].Should().BeGreaterThan(20_000);
    }

    [Fact]
    public void Remaining_AsUsual_FallsAtFirst() =>
        new[] { 0.0, 3_000, 6_000, 9_000 }.Select(elapsed => TenSeconds.Remaining(0.5, elapsed)).Should().BeInDescendingOrder();

    [Fact]
    public void Remaining_MonteCarlo_IsTheConditionalQuantile()
    {
        // Student's t of four degrees: a normal over the root of a quarter of a chi-square of four, which is a sum of two exponentials, halved.
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double Exponential() => -2 * Math.Log(1 - random.NextDouble());
        var scale = 0.4 * 1.2815515655 / 1.5332062737;
        var drawn = Enumerable.Range(0, 400_000).Select(_ => 10_000 * Math.Exp(scale * Normal() / Math.Sqrt((Exponential() + Exponential()) / 4))).Where(duration => duration > 12_000).Order().ToArray();

        TenSeconds.Remaining(0.5, 12_000).Should().BeApproximately(drawn[drawn.Length / 2] - 12_000, 100);
        TenSeconds.Remaining(0.9, 12_000).Should().BeApproximately(drawn[drawn.Length * 9 / 10] - 12_000, 300);
    }

    [Fact]
    public void RemainingTime_AnySums_HasAP90NotBelowItsMedian() =>
        Gen.Select(Gen.Double[-3, 15], Gen.Double[0, 3], Gen.Double[0, 1e7], Gen.Double[-3, 15], Gen.Double[0, 3], Gen.Double[0, 2]).Sample((mu, sigma, elapsed, mu2, sigma2, doubt) =>
        {
            var first = RemainingTime.Of(new DurationSpread(mu, sigma), elapsed);
            var all = first.Then(RemainingTime.Of(new DurationSpread(mu2, sigma2), 0), doubt).Beside(first);
            double.IsFinite(all.Median).Should().BeTrue();
            double.IsFinite(all.P90).Should().BeTrue();
            all.Median.Should().BeGreaterThanOrEqualTo(0);
            all.P90.Should().BeGreaterThanOrEqualTo(all.Median);
        });

    [Fact]
    public void With_EvidenceOfTheSamePrecision_MeetsHalfWay()
    {
        var spread = TenSeconds.With(Math.Log(40_000), 0.16);
        spread.Median.Should().BeApproximately(20_000, 1);
        spread.Sigma.Should().BeApproximately(0.4 / Math.Sqrt(2), 1e-9);
    }
}
