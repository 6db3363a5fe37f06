using LiveWorkflows.Errors;
using LiveWorkflows.Events;
using LiveWorkflows.Progress;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Laws;

/// <summary>Laws 1 and 2 over many random trees, with and without earlier runs: the composer is driven directly, without log and pump.</summary>
public sealed class ProgressLawTests
{
    private static readonly Workflow Nowhere = WorkflowTracker.Disabled.Start("nowhere");
    private static readonly SlotKind[] Ends = [SlotKind.StepCompleted, SlotKind.StepCompleted, SlotKind.StepFailed, SlotKind.StepSkipped, SlotKind.StepCancelled];

    [Fact]
    public void Laws1And2_SomeThousandTrees_Hold() => Check(3_000, firstSeed: 1);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Laws1And2_HundredThousandTrees_Hold() => Check(100_000, firstSeed: 1_000_000);

    private static void Check(int trees, int firstSeed)
    {
        var history = new DurationHistory(new LiveWorkflows.Records.InMemoryRecordStore());
        int estimated = 0, completed = 0, nested = 0;
        for (var tree = 0; tree < trees; tree++)
        {
            var random = new Random(firstSeed + tree);
            var (events, state) = Compose(random, random.Next(3) == 0 ? null : history);
            if (Violation(events) is { } broken) Assert.Fail($"tree {firstSeed + tree}: {broken}");
            history.Learn($"type {tree % 5}", state.Progress.Taught!);
            if (events.Exists(happened => happened is Progressed { EtaBasis: EtaBasis.History })) estimated++;
            if (events[^1] is WorkflowCompleted) completed++;
            if (events.Exists(happened => happened is StepStarted { ParentStepId: not null })) nested++;
        }

        // The trees must be such that the laws have something to hold for.
        estimated.Should().BeGreaterThan(trees / 4);
        completed.Should().BeGreaterThan(trees / 4);
        nested.Should().BeGreaterThan(trees / 4);
    }

    private static (List<WorkflowEvent> Events, WorkflowState State) Compose(Random random, DurationHistory? history)
    {
        var time = new FakeTimeProvider();
        var state = new WorkflowState();
        var identity = new WorkflowIdentity("w", "random", $"type {random.Next(5)}", new Dictionary<string, string>(), null, null, null);
        var composer = new EventComposer(identity, state, new WorkflowClock(time), 0)
        {
            History = history,
            Plan = [.. Enumerable.Range(0, random.Next(4)).Select(phase => new PlannedPhase($"P{phase}", random.Next(3) == 0 ? null : random.Next(1, 6)))],
        };
        var steps = 0;
        var scopes = new List<StepScope>();
        Say(SlotKind.WorkflowStarted);
        for (var calls = random.Next(40); calls > 0; calls--)
        {
            switch (random.Next(13))
            {
                case 0: Say(SlotKind.PhaseStarted, random.Next(3), random.Next(-1, 5), $"P{random.Next(5)}"); break;
                case 1: Say(SlotKind.PhaseEnded, random.Next(3), (int)StepStatus.Completed); break;
                case 2 or 3 or 4: Say(SlotKind.StepStarted, steps, steps > 0 && random.Next(3) == 0 ? random.Next(steps) : -1, $"step {random.Next(4)}"); steps++; break;
                case 5 or 6 or 7: Say(Ends[random.Next(Ends.Length)], Step()); break;
                case 8: Say(SlotKind.StepRetried, Step(), number: random.Next(500)); break;
                case 9: Say(random.Next(2) == 0 ? SlotKind.StepWaiting : SlotKind.StepResumed, Step()); break;
                case 10: time.Advance(TimeSpan.FromMilliseconds(Math.Exp(random.NextDouble() * 12))); break;
                case 11: if (scopes.Count > 0) scopes[random.Next(scopes.Count)].Report(random.NextDouble()); break;
                default: composer.ComposeProgress(time.GetTimestamp()); break;
            }
        }

        Say(random.Next(4) switch { 0 => SlotKind.Failed, 1 => SlotKind.Cancelled, _ => SlotKind.Completed });
        return (composer.Composed, state);

        StepScope Scope()
        {
            scopes.Add(new StepScope(Nowhere, "step"));
            return scopes[^1];
        }

        int Step() => steps == 0 ? -1 : random.Next(steps);

        void Say(SlotKind kind, int index = 0, int parent = 0, string? text = null, double number = double.NaN)
        {
            var payload = kind == SlotKind.Failed ? ErrorCatalogue.Abandoned : kind == SlotKind.StepStarted ? Scope() : (object?)null;
            composer.Compose(new EventSlot { Kind = kind, Index = index, Parent = parent, Text = text, Number = number, Payload = payload, Timestamp = time.GetTimestamp() }, () => { });
        }
    }

    /// <summary>The first law that does not hold, in words; null when all do.</summary>
    private static string? Violation(List<WorkflowEvent> events)
    {
        var last = 0.0;
        var open = new HashSet<string>();
        var ended = new HashSet<string>();
        for (var i = 0; i < events.Count; i++)
        {
            var percentage = (events[i] as Progressed)?.Percentage ?? (events[i] as StepCompleted)?.Percentage ?? last;
            if (!(percentage >= last)) return $"{percentage} after {last}";
            if (percentage > 99 && !events[i].IsTerminal && !(percentage == 100 && i == events.Count - 2 && events[i] is Progressed && events[^1] is WorkflowCompleted)) return $"{percentage} at {i} of {events.Count}";
            last = percentage;
            if (events[i] is Progressed { EtaMs: { } eta } told && !(eta >= 0 && told.EtaP90Ms >= eta)) return $"an ETA of {eta} with a p90 of {told.EtaP90Ms}";
            if (events[i].IsTerminal != (i == events.Count - 1)) return "an end that is not the end";
            if (events[i] is StepStarted started && !open.Add(started.StepId)) return "a step that begins twice";
            if (EndOf(events[i]) is not { } id) continue;
            if (!open.Remove(id) || !ended.Add(id)) return "a step that ends without being open";
            if (open.Any(other => other.StartsWith(id + "/", StringComparison.Ordinal))) return "a step that ends before what it holds";
        }

        if (events[^1] is WorkflowCompleted && last != 100) return $"completed at {last}";
        return open.Count > 0 ? "a step that never ends" : null;
    }

    private static string? EndOf(WorkflowEvent happened) => happened switch
    {
        StepCompleted step => step.StepId,
        StepFailed step => step.StepId,
        StepSkipped step => step.StepId,
        StepCancelled step => step.StepId,
        _ => null,
    };
}
