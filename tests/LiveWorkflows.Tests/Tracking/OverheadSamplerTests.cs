using CsCheck;
using LiveWorkflows.EventLog;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Tracking;

public sealed class OverheadSamplerTests
{
    [Fact]
    public void Percentile_OfAnySamples_IsWithinAnEighthOfTheExactOne() =>
        Gen.Select(Gen.OneOf(Gen.Long[0, 5_000], Gen.Long[0, 5_000_000_000]).Array[1, 200], Gen.Double[0.01, 1]).Sample((durations, part) =>
        {
            var sampler = new OverheadSampler(new FakeTimeProvider());
            foreach (var nanoseconds in durations) sampler.Record(nanoseconds);
            var exact = (double)durations.Order().ElementAt((int)Math.Ceiling(part * durations.Length) - 1);
            sampler.Percentile(part).Should().BeInRange(exact * 0.875 - 1, exact * 1.125 + 1);
        }, iter: 300);

    [Fact]
    public void Percentile_BeforeTheFirstSample_IsNotKnown() => new OverheadSampler(new FakeTimeProvider()).Percentile(0.5).Should().BeNull();

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void Takes_WhateverTheClocksStep_OneInAThousand(long step) =>
        Enumerable.Range(0, 1_000_000).Count(i => OverheadSampler.Takes(123_456_789 + i * step)).Should().BeInRange(800, 1_200);

    [Fact]
    public async Task Statistics_OfATrackerAtWork_SayWhatItCosts()
    {
        await using var tracker = new WorkflowTracker(new InMemoryEventLog());
        tracker.Statistics.OverheadNsP50.Should().BeNull();
        await using var workflow = tracker.Start("import");
        for (var i = 0; i < 20_000; i++) workflow.BeginStep("step").Complete();

        var unstored = tracker.Statistics;
        await workflow.FlushAsync();
        var stored = tracker.Statistics;

        stored.OverheadNsP50.Should().BeGreaterThan(0);
        stored.OverheadNsP99.Should().BeGreaterThanOrEqualTo(stored.OverheadNsP50!.Value);
        unstored.MemoryBytes.Should().BeGreaterThanOrEqualTo(unstored.UnstoredBytes);
        stored.UnstoredBytes.Should().Be(0);
        stored.MemoryBytes.Should().BeGreaterThanOrEqualTo(tracker.Hub.MemoryBytes).And.BeGreaterThan(0);
    }
}
