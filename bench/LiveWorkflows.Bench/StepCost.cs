using System.Diagnostics;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Bench;

/// <summary>What a step operation (begin or complete) costs the thread that makes it.</summary>
internal static class StepCost
{
    private const int Burst = 10_000;
    private const int Bursts = 60;

    public static async Task<int> RunAsync()
    {
        await using var tracker = new WorkflowTracker(new InMemoryEventLog());
        var nanoseconds = new List<double>();
        var bytes = new List<double>();
        for (var burst = 0; burst < Bursts; burst++)
        {
            await using var workflow = tracker.Start("bench");
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < Burst / 2; i++) workflow.BeginStep("step").Complete();
            var elapsed = Stopwatch.GetElapsedTime(begun);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            await workflow.FlushAsync();
            workflow.Complete();
            if (burst < 10) continue;
            nanoseconds.Add(elapsed.TotalNanoseconds / Burst);
            bytes.Add((double)allocated / Burst);
        }

        nanoseconds.Sort();
        bytes.Sort();
        Console.WriteLine($"step operation: median {nanoseconds[nanoseconds.Count / 2]:F0} ns (min {nanoseconds[0]:F0}, max {nanoseconds[^1]:F0}), median {bytes[bytes.Count / 2]:F0} bytes");
        return 0;
    }
}
