using LiveWorkflows.Progress;

namespace LiveWorkflows.Tests.Progress;

public sealed class ProfileFitTests
{
    [Fact]
    public void Of_TwoRunsThatHappenToAgree_StillDoubts()
    {
        var profile = ProfileFit.Of([Run(1000, 2000), Run(1000, 2000)])!;
        profile.Parts["P/a"].Unit!.Value.Median.Should().BeApproximately(1000, 1);
        // Two equal figures have no variance of their own: what is left is what is usual, weakened by them.
        profile.Parts["P/a"].Unit!.Value.Sigma.Should().BeInRange(0.2, 0.5);
        profile.Total.Median.Should().BeApproximately(3000, 1);
    }

    [Fact]
    public void Of_ManyRuns_LearnsEachStepsOwnSpread()
    {
        var random = new Random(7);
        double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var profile = ProfileFit.Of([.. Enumerable.Range(0, 200).Select(_ => Run(LogNormal(1000, 0.1), LogNormal(2000, 0.8)))])!;
        profile.Parts["P/a"].Unit!.Value.Sigma.Should().BeInRange(0.05, 0.25);
        profile.Parts["P/b"].Unit!.Value.Sigma.Should().BeInRange(0.6, 1.0);
        profile.Parts["P/b"].Unit!.Value.Median.Should().BeInRange(1700, 2300);
    }

    [Fact]
    public void Of_RunsThatAreSlowThroughout_GivesThatToThePaceAndNotToTheSteps()
    {
        var profile = ProfileFit.Of([.. Enumerable.Range(0, 16).Select(run => Run(1000 * (run % 2 == 0 ? 0.5 : 2), 2000 * (run % 2 == 0 ? 0.5 : 2)))])!;
        profile.Parts["P/a"].Unit!.Value.Sigma.Should().BeLessThan(0.35);
        Math.Sqrt(profile.PaceVariance).Should().BeInRange(0.45, 0.9);
    }

    [Fact]
    public void Of_RunsWithoutAGoodEnd_TeachTheirStepsOnly()
    {
        ProfileFit.Of([new RunDurations(null, [new PartDurations("P/a", true, 1, 500, null)])]).Should().BeNull();
        var profile = ProfileFit.Of([Run(1000, 2000), new RunDurations(null, [new PartDurations("P/a", true, 1, 4000, null)])])!;
        profile.Parts["P/a"].Unit!.Value.Median.Should().BeApproximately(2000, 150);
        profile.Total.Median.Should().BeApproximately(3000, 500);
    }

    private static RunDurations Run(double a, double b) => new(a + b,
    [
        new PartDurations("P", false, 1, a + b, 0),
        new PartDurations("P/a", true, 1, a, b),
        new PartDurations("P/b", true, 1, b, 0),
    ]);
}
