using System.Diagnostics;
using System.Security.Cryptography;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Bench.Handles;

/// <summary>A small piece of work, alone and with tracking that is switched off, in interleaved rounds.</summary>
internal static class SwitchedOff
{
    private static readonly byte[] Input = new byte[512];

    /// <summary>Nanoseconds of a piece of work: alone, as a step of a disabled tracker, and measured by handles where performance is not tracked.</summary>
    public static async Task<(double Alone, double Disabled, double Unmeasured)> MeasureAsync(int rounds, int times)
    {
        await using var tracker = new WorkflowTracker(new InMemoryEventLog());
        await using var unmeasured = tracker.Start("unmeasured", new WorkflowOptions { TrackPerformance = false });
        await unmeasured.FlushAsync();
        var disabled = WorkflowTracker.Disabled.Start("disabled");
        var (counter, gauge) = (unmeasured.Counter("counter"), unmeasured.Gauge("gauge"));
        Action[] bodies =
        [
            () =>
            {
                for (var i = 0; i < times; i++) Work();
            },
            () =>
            {
                for (var i = 0; i < times; i++)
                {
                    var step = disabled.BeginStep("work");
                    Work();
                    step.Complete();
                }
            },
            () =>
            {
                for (var i = 0; i < times; i++)
                {
                    gauge.Set(Work());
                    counter.Add();
                }
            },
        ];
        var nanoseconds = bodies.Select(_ => new List<double>()).ToArray();
        for (var round = -rounds / 2; round < rounds; round++)
        {
            for (var body = 0; body < bodies.Length; body++)
            {
                var begun = Stopwatch.GetTimestamp();
                bodies[body]();
                if (round >= 0) nanoseconds[body].Add(Stopwatch.GetElapsedTime(begun).TotalNanoseconds / times);
            }
        }

        var medians = nanoseconds.Select(Statistics.Median).ToArray();
        return (medians[0], medians[1], medians[2]);
    }

    private static byte Work()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Input, digest);
        return digest[0];
    }
}
