using LiveWorkflows.Progress;
using LiveWorkflows.Records;

namespace LiveWorkflows.Tests.Progress;

public sealed class DurationHistoryTests
{
    [Fact]
    public async Task LoadAsync_AfterARestart_KnowsTheEarlierRuns()
    {
        var records = new InMemoryRecordStore();
        await using (var before = new ProgressRuns(records)) await before.RunAsync(("read", 10), ("write", 30));

        await using var after = new ProgressRuns(records);
        await after.History.LoadAsync();
        var profile = after.History.ProfileOf("import")!;
        profile.Total.Median.Should().BeApproximately(40_000, 500);
        profile.Parts.Keys.Should().BeEquivalentTo("PROCESSING", "PROCESSING/read", "PROCESSING/write");
        await foreach (var record in records.ListAsync("progress/")) System.Text.Encoding.UTF8.GetString(record.Value.Span).Should().Contain("PROCESSING/read");
    }

    [Fact]
    public async Task DeleteAsync_AWorkflow_ChangesNothing()
    {
        await using var runs = new ProgressRuns();
        var id = await runs.RunAsync(("read", 10));
        var before = runs.History.ProfileOf("import");
        await runs.Tracker.DeleteAsync(id);
        runs.History.ProfileOf("import").Should().BeSameAs(before).And.NotBeNull();
    }

    [Fact]
    public async Task Learn_TwoProcessesOfOneStore_LoseNothingOfEachOther()
    {
        var records = new InMemoryRecordStore();
        await using var one = new DurationHistory(records);
        await using var other = new DurationHistory(records);
        await Task.WhenAll(one.LoadAsync(), other.LoadAsync());
        one.Learn("import", Run(1000));
        other.Learn("import", Run(4000));
        await Task.WhenAll(one.FlushAsync(), other.FlushAsync());

        await using var third = new DurationHistory(records);
        await third.LoadAsync();
        third.ProfileOf("import")!.Total.Median.Should().BeApproximately(2000, 1);
    }

    [Fact]
    public async Task Learn_RunThatFailed_TeachesItsFinishedStepsAndNoWhole()
    {
        await using var runs = new ProgressRuns();
        await runs.RunAsync(("read", 10), ("write", 10));
        var failing = await runs.StartAsync();
        var step = failing.BeginStep("read");
        await runs.PassAsync(failing, 40);
        step.Complete();
        failing.BeginStep("write");
        failing.Fail(new TimeoutException());
        await failing.DisposeAsync();

        var profile = runs.History.ProfileOf("import")!;
        profile.Parts["PROCESSING/read"].Unit!.Value.Median.Should().BeGreaterThan(15_000);
        profile.Parts["PROCESSING/write"].Unit!.Value.Median.Should().BeApproximately(10_000, 2_000);
    }

    [Fact]
    public async Task Learn_AnyNumberOfRunsTypesAndNames_RemembersSoManyOnly()
    {
        var records = new InMemoryRecordStore();
        await using (var history = new DurationHistory(records))
        {
            await history.LoadAsync();
            for (var type = 0; type < DurationHistory.RememberedTypes + 20; type++) history.Learn($"type {type}", Run(1000));
            for (var run = 0; run < 100; run++) history.Learn("large", Run(1000, 250));
            await history.FlushAsync();
            history.ProfileOf("type 0").Should().BeNull();
            history.ProfileOf("large").Should().NotBeNull();
        }

        var kept = new List<StoredRecord>();
        await foreach (var record in records.ListAsync("progress/")) kept.Add(record);
        kept.Count.Should().BeLessThanOrEqualTo(DurationHistory.RememberedTypes);
        kept.Max(record => record.Value.Length).Should().BeLessThan(200_000);
    }

    [Fact]
    public async Task LoadAsync_RecordsThatAreDamaged_AreLeftOut()
    {
        var records = new InMemoryRecordStore();
        await records.PutAsync("progress/x", "{\"type\":"u8.ToArray());
        await records.PutAsync("progress/y", """{"type":"import","paths":["P"],"runs":[{"total_ms":5,"parts":[[7,1,1,1,1],[null],[0,0,1,5,0]]}]}"""u8.ToArray());
        await using var history = new DurationHistory(records);
        await history.LoadAsync();
        history.ProfileOf("import")!.Parts.Keys.Should().BeEquivalentTo("P");
    }

    private static RunDurations Run(double milliseconds, int steps = 1) =>
        new(milliseconds, [.. Enumerable.Range(0, steps).Select(step => new PartDurations($"PROCESSING/step {step}", true, 1, milliseconds, 0))]);
}
