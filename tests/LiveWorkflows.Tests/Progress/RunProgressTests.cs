using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Progress;

public sealed class RunProgressTests
{
    [Fact]
    public async Task Estimate_NothingKnown_HasNoEta()
    {
        await using var runs = new ProgressRuns();
        var workflow = await runs.StartAsync();
        workflow.BeginStep("read");
        await runs.PassAsync(workflow, 5);

        (await runs.ProgressAsync(workflow)).Should().BeEquivalentTo(new { EtaMs = (double?)null, EtaP90Ms = (double?)null, EtaBasis = EtaBasis.None, Indeterminate = true });
        (await runs.EventsAsync(workflow.Id)).OfType<WorkflowStarted>().Single().EstimatedDurationMs.Should().BeNull();
    }

    [Fact]
    public async Task Estimate_PlannedWithoutEarlierRuns_RestsOnWhatWasObserved()
    {
        await using var runs = new ProgressRuns();
        var workflow = await runs.StartAsync("import", new PlannedPhase("PROCESSING", 4));
        var step = workflow.BeginStep("read");
        await runs.PassAsync(workflow, 10);
        step.Complete();

        var progress = await runs.ProgressAsync(workflow);
        progress.EtaBasis.Should().Be(EtaBasis.Observed);
        progress.Percentage.Should().Be(25);
        // Told some tenths of a second later, by how busy the machine is.
        progress.EtaMs.Should().BeApproximately(3 * progress.ElapsedMs, 2);
        progress.ElapsedMs.Should().BeInRange(10_000, 15_000);
        progress.EtaP90Ms.Should().BeGreaterThan(progress.EtaMs!.Value);
    }

    [Fact]
    public async Task Estimate_UnplannedStepThatTellsItsFraction_TellsWhatRemainsOfIt()
    {
        await using var runs = new ProgressRuns();
        var workflow = await runs.StartAsync();
        var step = workflow.BeginStep("download");
        await runs.PassAsync(workflow, 10);
        step.Report(0.25);

        var progress = await runs.ProgressAsync(workflow);
        progress.Should().BeEquivalentTo(new { EtaBasis = EtaBasis.Observed, Indeterminate = true });
        progress.EtaMs.Should().BeApproximately(3 * progress.ElapsedMs, 2);
    }

    [Fact]
    public async Task Estimate_TwoEarlierRuns_RestsOnThem()
    {
        await using var runs = new ProgressRuns();
        await runs.RunAsync(("read", 10), ("write", 30));
        await runs.RunAsync(("read", 10), ("write", 30));
        var workflow = await runs.StartAsync();
        var read = workflow.BeginStep("read");
        await runs.PassAsync(workflow, 10);
        read.Complete();
        workflow.BeginStep("write");

        var progress = await runs.ProgressAsync(workflow);
        progress.Should().BeEquivalentTo(new { EtaBasis = EtaBasis.History, Indeterminate = false });
        progress.Percentage.Should().BeInRange(23, 27);
        progress.EtaMs.Should().BeInRange(28_000, 32_000);
        progress.EtaP90Ms.Should().BeInRange(32_000, 70_000);
        var events = await runs.EventsAsync(workflow.Id);
        events.OfType<WorkflowStarted>().Single().EstimatedDurationMs.Should().BeApproximately(40_000, 500);
        events.OfType<StepCompleted>().Single().Percentage.Should().BeInRange(23, 27);
    }

    [Fact]
    public async Task Estimate_RunIsSlowThroughout_ExpectsItToStaySlow()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 5; i++) await runs.RunAsync(("a", 10), ("b", 10), ("c", 10), ("d", 30));
        var workflow = await runs.StartAsync();
        foreach (var name in (string[])["a", "b", "c"])
        {
            var step = workflow.BeginStep(name);
            await runs.PassAsync(workflow, 20);
            step.Complete();
        }

        workflow.BeginStep("d");
        (await runs.ProgressAsync(workflow)).EtaMs.Should().BeInRange(40_000, 60_000);
    }

    [Fact]
    public async Task Estimate_StepsBesideEachOther_TheLongestDecides()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 4; i++)
        {
            var earlier = await runs.StartAsync();
            var (quick, slow) = (earlier.BeginStep("quick"), earlier.BeginStep("slow"));
            await runs.PassAsync(earlier, 20);
            quick.Complete();
            await runs.PassAsync(earlier, 20);
            slow.Complete();
            earlier.Complete();
            await earlier.DisposeAsync();
        }

        var workflow = await runs.StartAsync();
        workflow.BeginStep("quick");
        workflow.BeginStep("slow");
        (await runs.ProgressAsync(workflow)).EtaMs.Should().BeInRange(36_000, 44_000);
    }

    [Fact]
    public async Task Estimate_StuckStep_IsToldAtABeatAndItsEtaGrows()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync(("read", 10), ("write", 10));
        var workflow = await runs.StartAsync();
        workflow.BeginStep("read");
        for (var second = 0; second < 200; second++)
        {
            runs.Time.Advance(TimeSpan.FromSeconds(1));
            // A line of log is no news of progress, but brings about a pass over the workflow, whenever the pump's own may come.
            workflow.Log("information", "something to store");
            await workflow.FlushAsync();
        }

        var told = (await runs.EventsAsync(workflow.Id)).OfType<Progressed>().ToArray();
        told.Length.Should().BeGreaterThan(50);
        told.Select(progress => progress.Percentage).Should().BeInAscendingOrder();
        var stuck = told.Where(progress => progress.ElapsedMs > 30_000).Select(progress => progress.EtaMs!.Value).ToArray();
        stuck.Should().BeInAscendingOrder();
        stuck[^1].Should().BeGreaterThan(stuck[0] * 1.5);
    }

    [Fact]
    public async Task Estimate_StepIsTriedAgain_BeginsAgainForThatStep()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync(("read", 10), ("write", 10));
        var workflow = await runs.StartAsync();
        var step = workflow.BeginStep("read");
        await runs.PassAsync(workflow, 9);
        var before = (await runs.ProgressAsync(workflow)).EtaMs!.Value;
        step.Retry();
        var after = (await runs.ProgressAsync(workflow)).EtaMs!.Value;

        before.Should().BeInRange(10_000, 15_000);
        after.Should().BeInRange(18_000, 23_000);
    }

    [Fact]
    public async Task Estimate_OpenStepTellsItsFraction_BelievesItMoreTheFurtherItIs()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync(("read", 10), ("write", 1));
        var workflow = await runs.StartAsync();
        var step = workflow.BeginStep("read");
        await runs.PassAsync(workflow, 18);
        step.Report(0.6);

        (await runs.ProgressAsync(workflow)).EtaMs.Should().BeInRange(6_000, 14_000);
    }

    [Fact]
    public async Task Estimate_StepNobodyHasSeen_RestsOnWhatIsKnownAroundIt()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync(("read", 10), ("write", 30));
        var workflow = await runs.StartAsync();
        var step = workflow.BeginStep("read");
        await runs.PassAsync(workflow, 10);
        step.Complete();
        workflow.BeginStep("new");
        await runs.PassAsync(workflow, 5);

        var progress = await runs.ProgressAsync(workflow);
        progress.EtaBasis.Should().Be(EtaBasis.History);
        progress.EtaMs.Should().BeInRange(20_000, 32_000);
    }

    [Fact]
    public async Task Estimate_ManyOfOneName_FollowsTheAnnouncedNumber()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync([.. Enumerable.Repeat(("page", 1.0), 10)]);
        await runs.History.LoadAsync();
        var workflow = runs.Tracker.Start("import");
        var phase = workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 40);
        for (var page = 0; page < 10; page++)
        {
            var step = phase.BeginStep("page");
            await runs.PassAsync(workflow, 1);
            step.Complete();
        }

        phase.BeginStep("page");
        (await runs.ProgressAsync(workflow)).EtaMs.Should().BeInRange(27_000, 33_000);
    }

    [Fact]
    public async Task Estimate_StepWaits_StandsStillAndLearnsTheWorkOnly()
    {
        await using var runs = new ProgressRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync(("ask", 10), ("write", 30));
        var workflow = await runs.StartAsync();
        var step = workflow.BeginStep("ask");
        await runs.PassAsync(workflow, 5);
        var before = (await runs.ProgressAsync(workflow)).EtaMs!.Value;
        using (step.Wait("for a person"))
        {
            await runs.PassAsync(workflow, 3600);
            (await runs.ProgressAsync(workflow)).EtaMs.Should().BeApproximately(before, 500);
        }

        await runs.PassAsync(workflow, 5);
        step.Complete();
        var write = workflow.BeginStep("write");
        await runs.PassAsync(workflow, 30);
        write.Complete();
        workflow.Complete();
        await workflow.DisposeAsync();

        runs.History.ProfileOf("import")!.Total.Median.Should().BeApproximately(40_000, 1_000);
    }
}
