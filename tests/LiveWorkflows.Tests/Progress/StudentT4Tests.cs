using LiveWorkflows.Progress;

namespace LiveWorkflows.Tests.Progress;

public sealed class StudentT4Tests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.7406970841, 0.25)]
    [InlineData(1.5332062737, 0.1)]
    [InlineData(2.1318467863, 0.05)]
    [InlineData(8.6103015807, 0.0005)]
    public void UpperTail_TheTablesValues_AreTheTablesProbabilities(double t, double tail)
    {
        StudentT4.UpperTail(t).Should().BeApproximately(tail, 1e-9);
        StudentT4.UpperTail(-t).Should().BeApproximately(1 - tail, 1e-9);
        StudentT4.OfUpperTail(tail).Should().BeApproximately(t, 1e-7 * (1 + t));
    }

    [Fact]
    public void OfUpperTail_OfUpperTail_IsTheValueAgain()
    {
        for (var z = -50.0; z < 50; z += 0.7) StudentT4.OfUpperTail(StudentT4.UpperTail(z)).Should().BeApproximately(z, 1e-3 * (1 + Math.Abs(z)));
    }
}
