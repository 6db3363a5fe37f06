using System.Text.Json;
using CsCheck;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Laws;

/// <summary>The laws of the wire that say "never" and "exactly", over random workflows.</summary>
public sealed class LawTests
{
    [Fact]
    public async Task Percentage_AnyWorkflow_NeverFallsAndIs100OnlyDirectlyBeforeTheEnd() => await RandomWorkflow.Gen.SampleAsync(async random =>
    {
        var (log, events) = await RunAsync(random);
        var last = 0.0;
        for (var i = 0; i < events.Count; i++)
        {
            var percentage = (events[i] as Progressed)?.Percentage ?? (events[i] as StepCompleted)?.Percentage ?? last;
            percentage.Should().BeGreaterThanOrEqualTo(last).And.BeLessThanOrEqualTo(100);
            last = percentage;
            if (percentage <= 99) continue;
            percentage.Should().Be(100);
            events[i].Should().BeOfType<Progressed>();
            if (events[i] is Progressed) events[i + 1].Should().BeOfType<WorkflowCompleted>();
            break;
        }

        if (events[^1] is not WorkflowCompleted) return;
        events.OfType<Progressed>().Count(progress => progress.Percentage == 100).Should().Be(1);
        log.Appended[^1].Events.Select(stored => stored.Type).Should().EndWith([Progressed.Name, WorkflowCompleted.Name]);
    });

    [Fact]
    public async Task Endings_AnyWorkflow_ExactlyOnePerWorkflowAndPerStepAndInnerBeforeOuter() => await RandomWorkflow.Gen.SampleAsync(async random =>
    {
        var (_, events) = await RunAsync(random);
        events.Count(happened => happened.IsTerminal).Should().Be(1);
        events[^1].IsTerminal.Should().BeTrue();
        var open = new HashSet<string>();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case StepStarted started:
                    open.Add(started.StepId).Should().BeTrue();
                    started.TotalSteps.Should().BeGreaterThanOrEqualTo(started.StepNumber);
                    if (started.ParentStepId is { } parent) events.OfType<StepStarted>().Should().Contain(step => step.StepId == parent);
                    break;
                case StepCompleted or StepFailed or StepSkipped or StepCancelled:
                    var id = IdOf(happened);
                    open.Remove(id).Should().BeTrue("a step ends once, after it began");
                    open.Should().NotContain(child => child.StartsWith(id + "/", StringComparison.Ordinal));
                    break;
                case PhaseCompleted phase:
                    open.Should().NotContain(step => step.StartsWith(phase.Phase + "/", StringComparison.Ordinal));
                    break;
            }
        }

        open.Should().BeEmpty();
        events.OfType<PhaseStarted>().Count().Should().Be(events.OfType<PhaseCompleted>().Count());
    });

    [Fact]
    public async Task Summary_AnyWorkflow_IsTheSameLiveReplayedAndInTheTerminalEvent() => await RandomWorkflow.Gen.SampleAsync(async random =>
    {
        var log = new RecordingEventLog();
        var time = new FakeTimeProvider();
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        var workflow = tracker.Start("random", random.Options);
        await random.RunAsync(workflow, time);
        await random.EndAsync(workflow);

        var live = ToJson(workflow.GetSummary());
        ToJson((await tracker.GetSummaryAsync(workflow.Id))!).Should().Be(live);
        var terminal = (await ReadAsync(log, workflow.Id))[^1];
        var carried = (terminal as WorkflowCompleted)?.Summary ?? (terminal as WorkflowFailed)?.Summary ?? ((WorkflowCancelled)terminal).Summary;
        ToJson(carried).Should().Be(live);
    });

    [Fact]
    public async Task Resumption_AnyWorkflowCutAnywhere_GoesOnWithoutGapRepeatOrReusedNumber() => await
        Gen.Select(RandomWorkflow.Gen, RandomWorkflow.Gen).SampleAsync(async (before, after) =>
        {
            var log = new RecordingEventLog();
            var time = new FakeTimeProvider();
            var first = new WorkflowTracker(log, timeProvider: time);
            var id = await first.QueueAsync("random");
            var old = (await first.ResumeAsync(id, 1))!;
            await before.RunAsync(old, time);
            await old.FlushAsync();

            await using var second = new WorkflowTracker(log, timeProvider: time);
            var resumed = (await second.ResumeAsync(id, 2))!;
            old.BeginStep("of a dead writer").Complete();
            old.Complete();
            await old.FlushAsync();
            old.IsLost.Should().BeTrue();
            await after.RunAsync(resumed, time);
            await after.EndAsync(resumed);

            var events = await ReadAsync(log, id);
            events.Select(happened => happened.Seq).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (long)number));
            events.OfType<WorkflowResumed>().Should().ContainSingle().Which.Epoch.Should().Be(2);
            events.OfType<StepStarted>().Select(step => step.StepId).Should().OnlyHaveUniqueItems().And.NotContain(step => step.Contains("dead"));
            events.Count(happened => happened.IsTerminal).Should().Be(1);
            foreach (var step in events.OfType<StepStarted>())
                events.Count(happened => happened is StepCompleted or StepFailed or StepSkipped or StepCancelled && IdOf(happened) == step.StepId).Should().Be(1);
            await first.DisposeAsync();
        }, iter: 50);

    private static async Task<(RecordingEventLog Log, IReadOnlyList<WorkflowEvent> Events)> RunAsync(RandomWorkflow random)
    {
        var log = new RecordingEventLog();
        var time = new FakeTimeProvider();
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        var workflow = tracker.Start("random", random.Options);
        await random.RunAsync(workflow, time);
        await random.EndAsync(workflow);
        var events = await ReadAsync(log, workflow.Id);
        events.Select(happened => happened.Seq).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (long)number));
        return (log, events);
    }

    private static async Task<IReadOnlyList<WorkflowEvent>> ReadAsync(IEventLog log, string workflowId)
    {
        var events = new List<WorkflowEvent>();
        await foreach (var stored in log.ReadAsync(workflowId)) events.Add(WorkflowEventSerializer.Deserialize(stored));
        return events;
    }

    private static string ToJson(WorkflowSummary summary) => JsonSerializer.Serialize(summary, WorkflowJson.Default.WorkflowSummary);

    private static string IdOf(WorkflowEvent ending) => ending switch
    {
        StepCompleted step => step.StepId,
        StepFailed step => step.StepId,
        StepSkipped step => step.StepId,
        StepCancelled step => step.StepId,
        _ => "",
    };
}
