using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Laws;

/// <summary>A program of random tracking calls, in and out of order, as a careless caller might make them.</summary>
internal sealed record RandomWorkflow(IReadOnlyList<RandomWorkflow.Call> Calls, int PlannedPhases, int Ending)
{
    public static Gen<RandomWorkflow> Gen { get; } =
        CsCheck.Gen.Select(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 17], CsCheck.Gen.Int[0, 7], CsCheck.Gen.Double[0, 1], (kind, which, number) => new Call(kind, which, number)).List[0, 60],
            CsCheck.Gen.Int[0, 4],
            CsCheck.Gen.Int[0, 3],
            (calls, planned, ending) => new RandomWorkflow(calls, planned, ending));

    public WorkflowOptions Options => new()
    {
        Phases = PlannedPhases == 0 ? null : [.. Enumerable.Range(0, PlannedPhases).Select(i => new Events.PlannedPhase($"P{i}", i == 0 ? null : i + 1))],
    };

    /// <summary>Makes the calls; some of them store what is pending or let time pass.</summary>
    public async Task RunAsync(Workflow workflow, FakeTimeProvider time)
    {
        var phases = new List<PhaseScope>();
        var steps = new List<StepScope>();
        var waits = new List<WaitScope>();
        foreach (var (kind, which, number) in Calls)
        {
            var step = steps.Count == 0 ? null : steps[which % steps.Count];
            switch (kind)
            {
                case 0 or 1: phases.Add(workflow.BeginPhase(new WorkflowPhase($"P{which % 5}"), which % 2 == 0 ? null : which)); break;
                case 2: if (phases.Count > 0) phases[which % phases.Count].Complete(); break;
                case 3 or 4 or 5: steps.Add(workflow.BeginStep($"step {which % 3}")); break;
                case 6: if (step is not null) steps.Add(step.BeginStep($"part/{which % 2}")); break;
                case 7 or 8: step?.Complete("done", number); break;
                case 9: step?.Report(number); break;
                case 10: step?.Fail(new TimeoutException()); break;
                case 11: step?.Retry(new TimeoutException(), TimeSpan.FromSeconds(number)); break;
                case 12: if (which % 2 == 0) step?.Skip(); else step?.Dispose(); break;
                case 13:
                    workflow.Counter($"c{which}").Add(which);
                    workflow.Gauge("g").Set(number);
                    workflow.StartTimer("t").Stop();
                    workflow.ReportError("reported", new IOException(), step);
                    workflow.ReportWarning("w", "a warning");
                    workflow.Log("information", "line\nwith a break\0");
                    break;
                case 14: time.Advance(TimeSpan.FromMilliseconds(number * 400)); break;
                case 15: await workflow.FlushAsync(); break;
                case 16: if (step is not null) waits.Add(step.Wait("outside")); break;
                case 17: if (waits.Count > 0) waits[which % waits.Count].Dispose(); break;
            }
        }
    }

    public async Task EndAsync(Workflow workflow)
    {
        switch (Ending)
        {
            case 0: workflow.Complete(); break;
            case 1: workflow.Fail(new TimeoutException()); break;
            case 2: workflow.Cancel("stopped"); break;
        }

        workflow.Complete();
        workflow.BeginStep("too late").Complete();
        await workflow.DisposeAsync();
    }

    internal sealed record Call(int Kind, int Which, double Number);
}
