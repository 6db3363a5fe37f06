using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests;

public sealed class WorkflowTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryEventLog _log = new();

    [Fact]
    public async Task RunAsync_TwoPhases_StoresEveryEventInOrderAndEndsOnce()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        string? id = null;
        await tracker.RunAsync("import", async (workflow, _) =>
        {
            id = workflow.Id;
            await workflow.RunPhaseAsync(WorkflowPhase.Validation, async (phase, token) =>
                await phase.RunStepAsync("check", (_, _) => Task.CompletedTask, cancellationToken: token));
            using var processing = workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 2);
            using var step = processing.BeginStep("read");
            step.Report(0.5);
            step.Complete("done", 0.9);
            workflow.Counter("pages").Add(2);
        });

        var types = (await ReadAsync(id!)).Select(happened => happened.EventType).ToArray();
        types.Should().StartWith(WorkflowStarted.Name).And.EndWith([Progressed.Name, WorkflowCompleted.Name]);
        types.Should().ContainInOrder(PhaseStarted.Name, StepStarted.Name, StepCompleted.Name, PhaseCompleted.Name, MetricsReported.Name);
    }

    [Fact]
    public async Task FlushAsync_WhileItRuns_TellsProgressAndMetricsAtMostSoOften()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import");
        var phase = workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 4);
        workflow.Counter("pages").Add(2);
        for (var i = 0; i < 3; i++)
        {
            phase.BeginStep($"step {i}").Complete();
            await workflow.FlushAsync();
            if (i == 1) _time.Advance(TimeSpan.FromSeconds(1));
        }

        var events = await ReadAsync(workflow.Id);
        // The second comes with whichever pass is first when the time is due: the pump's own, before the third step, or the flush behind it.
        events.OfType<Progressed>().Select(progress => progress.CompletedSteps).Should().HaveCount(2).And.StartWith(1);
        events.OfType<Progressed>().Should().AllSatisfy(progress => progress.Phase.Should().Be("PROCESSING"));
        events.OfType<MetricsReported>().Should().ContainSingle();
        await workflow.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_BodyThrows_FailsWithTheCataloguesAdviceAndThrowsOn()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var id = "";
        var run = () => tracker.RunAsync("import", async (workflow, _) =>
        {
            id = workflow.Id;
            await workflow.RunStepAsync("call", (_, _) => throw new TimeoutException("secret"));
        });

        await run.Should().ThrowAsync<TimeoutException>();
        var events = await ReadAsync(id);
        events.OfType<StepFailed>().Should().ContainSingle();
        events.OfType<ErrorReported>().Should().ContainSingle().Which.IsCritical.Should().BeTrue();
        var failed = events[^1].Should().BeOfType<WorkflowFailed>().Subject;
        failed.Error.Code.Should().Be("timeout");
        failed.Error.RecoverySuggestions.Should().NotBeEmpty();
        failed.Error.Message.Should().NotContain("secret");
    }

    [Fact]
    public async Task DisposeAsync_NotEnded_IsAbandoned()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import");
        workflow.BeginStep("read");
        await workflow.DisposeAsync();

        var failed = (await ReadAsync(workflow.Id))[^1].Should().BeOfType<WorkflowFailed>().Subject;
        failed.Status.Should().Be(WorkflowStatus.Abandoned);
        failed.Error.Code.Should().Be("abandoned");
    }

    [Fact]
    public async Task RunStepAsync_RetryableFailure_IsTriedAgainVisibly()
    {
        await using var tracker = new WorkflowTracker(_log);
        var workflow = tracker.Start("import");
        var attempts = 0;
        await workflow.RunStepAsync("call", (_, _) => ++attempts < 3 ? throw new TimeoutException() : Task.CompletedTask, new RetryPolicy { Delay = TimeSpan.FromMilliseconds(1) });
        workflow.Complete();
        await workflow.DisposeAsync();

        var events = await ReadAsync(workflow.Id);
        events.OfType<StepRetried>().Select(retry => retry.Attempt).Should().Equal(2, 3);
        events.OfType<StepCompleted>().Should().ContainSingle().Which.Attempt.Should().Be(3);
    }

    [Fact]
    public async Task TrackPerformance_Off_LeavesOutMetricsAndKeepsTheRest()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import", new WorkflowOptions { TrackPerformance = false });
        var errors = new List<string>();
        workflow.On<ErrorReported>(reported => errors.Add(reported.Error!.Code));
        var timer = workflow.StartTimer("read");
        _time.Advance(TimeSpan.FromSeconds(2));
        workflow.Counter("pages").Add(3);
        workflow.ReportError("no luck", new TimeoutException());
        timer.Stop().Should().Be(TimeSpan.FromSeconds(2));
        workflow.Complete();
        await workflow.DisposeAsync();

        (await ReadAsync(workflow.Id)).Should().NotContain(happened => happened is MetricsReported).And.Contain(happened => happened is WorkflowCompleted);
        errors.Should().Equal("timeout");
    }

    [Fact]
    public async Task Disabled_EveryCall_DoesNothingAndTimersAreTrue()
    {
        var workflow = WorkflowTracker.Disabled.Start("import");
        using var phase = workflow.BeginPhase(WorkflowPhase.Validation);
        using var step = phase.BeginStep("read");
        step.Complete();
        workflow.StartTimer("t").Stop().Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);
        workflow.Complete();
        await workflow.DisposeAsync();
        workflow.GetSummary().Steps.Should().BeEmpty();
        WorkflowTracker.Disabled.Active.Should().BeEmpty();
    }

    [Fact]
    public async Task On_HandlerThrows_LaterHandlersAndTheWorkflowAreUntouched()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import");
        var seen = new List<string>();
        workflow.On<WorkflowEvent>(_ => throw new InvalidOperationException());
        workflow.On<StepCompleted>(async step =>
        {
            await Task.Yield();
            seen.Add(step.StepName);
        });
        workflow.BeginStep("one").Complete();
        workflow.BeginStep("two").Complete();
        workflow.Complete();
        await workflow.DisposeAsync();

        seen.Should().Equal("one", "two");
        (await ReadAsync(workflow.Id))[^1].Should().BeOfType<WorkflowCompleted>();
    }

    [Fact]
    public async Task Publish_OwnKind_RoundTripsAndTheLibrarysKindsAreRefused()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import");
        workflow.Publish("section", System.Text.Json.JsonDocument.Parse("""{"section":"work","count":4}""").RootElement);
        var forge = () => workflow.Publish("workflow_complete", System.Text.Json.JsonDocument.Parse("{}").RootElement);
        forge.Should().Throw<ArgumentException>();
        var field = () => workflow.Publish("mine", System.Text.Json.JsonDocument.Parse("""{"seq":1}""").RootElement);
        field.Should().Throw<ArgumentException>();
        workflow.Complete();
        await workflow.DisposeAsync();

        (await ReadAsync(workflow.Id)).OfType<CustomEvent>().Should().ContainSingle().Which.Fields.GetProperty("count").GetInt32().Should().Be(4);
    }

    [Fact]
    public async Task Start_TakenId_IsRefusedLiveAndStored()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import", new WorkflowOptions { Id = "mine" });
        var again = () => tracker.Start("import", new WorkflowOptions { Id = "mine" });
        again.Should().Throw<WorkflowIdTakenException>();
        workflow.Complete();
        await workflow.DisposeAsync();

        var later = async () => await tracker.StartAsync("import", new WorkflowOptions { Id = "mine" });
        await later.Should().ThrowAsync<WorkflowIdTakenException>();
        var bad = () => tracker.Start("import", new WorkflowOptions { Id = "a b" });
        bad.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task GetSummary_WhileItRuns_HoldsWhatIsNotStoredYet()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import");
        workflow.BeginStep("read").Complete(confidence: 0.8);
        workflow.Counter("pages").Add(2);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        var summary = workflow.GetSummary();
        summary.Steps.Should().ContainSingle().Which.Status.Should().Be(StepStatus.Completed);
        summary.Counters.Should().Contain("pages", 2);
        summary.Confidence.Should().Be(0.8);
        workflow.Complete();
        await workflow.DisposeAsync();
    }

    [Fact]
    public async Task FlushAsync_ResumedWorkflow_StoresStepsThatWereBoundAlready()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = (await tracker.ResumeAsync(await tracker.QueueAsync("import")))!;
        workflow.BeginStep("read");
        await workflow.FlushAsync();

        (await ReadAsync(workflow.Id)).Should().ContainSingle(happened => happened is StepStarted);
        await workflow.DisposeAsync();
    }

    [Fact]
    public async Task Complete_StepThatLeftAFile_WhatItCountedIsStoredBeforeIt()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        await using var workflow = tracker.Start("import");
        await workflow.FlushAsync();
        var step = workflow.BeginStep("read");
        workflow.Counter("pages").Add(2);
        step.Complete(artifact: "sha256-of-read");
        await workflow.FlushAsync();

        (await ReadAsync(workflow.Id)).Select(happened => happened.EventType).Should().ContainInConsecutiveOrder(MetricsReported.Name, StepCompleted.Name);
    }

    [Fact]
    public async Task Progress_AtTheEnd_NamesTheLastPhaseAndStep()
    {
        await using var tracker = new WorkflowTracker(_log, timeProvider: _time);
        var workflow = tracker.Start("import");
        workflow.BeginPhase(WorkflowPhase.Validation).BeginStep("read").Complete();
        workflow.Complete();
        await workflow.DisposeAsync();

        var last = (await ReadAsync(workflow.Id)).OfType<Progressed>().Last();
        last.Should().BeEquivalentTo(new { Percentage = 100.0, Phase = "VALIDATION", PhasePercentage = 100.0, CurrentStep = "read" });
    }

    private async Task<IReadOnlyList<WorkflowEvent>> ReadAsync(string workflowId)
    {
        var events = new List<WorkflowEvent>();
        await foreach (var stored in _log.ReadAsync(workflowId)) events.Add(WorkflowEventSerializer.Deserialize(stored));
        return events;
    }
}
