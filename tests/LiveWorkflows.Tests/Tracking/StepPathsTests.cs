using LiveWorkflows.Tracking;

namespace LiveWorkflows.Tests.Tracking;

public sealed class StepPathsTests
{
    [Fact]
    public void Next_SameNameAgain_IsNumbered()
    {
        var paths = new StepPaths();
        Enumerable.Range(0, 3).Select(_ => paths.Next("P", "step")).Should().Equal("P/step", "P/step#2", "P/step#3");
    }

    [Fact]
    public void Next_NamesThatLookLikeNumberedPaths_StayUnique()
    {
        string[] names = ["a#2", "a", "a", "a#2", "a#3", "a", "a", "a#2#2", "b", "b", "b#2", "b#02"];
        var paths = new StepPaths();
        names.Select(name => paths.Next("", name)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Next_SlashInAName_IsNoStepWithinAStep() => new StepPaths().Next("P", "a/b").Should().Be("P/a∕b");

    [Fact]
    public void Next_MoreNamesThanAreRemembered_StayUniqueAndTheSameInEveryRun()
    {
        static List<string> Run()
        {
            var paths = new StepPaths();
            return [.. Enumerable.Range(0, 40_000).Select(i => paths.Next("P", $"item {i % 30_000}"))];
        }

        var first = Run();
        first.Should().OnlyHaveUniqueItems();
        Run().Should().Equal(first);
    }
}
