using System.Diagnostics;
using System.Globalization;
using LiveWorkflows.Progress;
using LiveWorkflows.Records;

namespace LiveWorkflows.Bench.Eta;

/// <summary>How far off remaining times are, beside those of tqdm and Rich, on the very same simulated runs.</summary>
/// <remarks>
/// At fifty moments spread evenly over each run every estimator is asked how long the whole run will take (elapsed + remaining); the error is a share of what it took. tqdm and Rich are told the
/// true number of steps of the run, which they need; LiveWorkflows is told nothing but the events, and has seen two or ten earlier runs.
/// </remarks>
internal static class EtaBenchmark
{
    private const int Types = 300;
    private const int RunsOfType = 2;
    private const int Moments = 50;
    private const int Seed = 20_261;

    public static Task<int> RunAsync(bool isSmoke, int? seed = null)
    {
        var types = isSmoke ? 5 : Types;
        Console.WriteLine(Machine.Description);
        Console.WriteLine($"{types} types of workflow, {RunsOfType} runs each, asked {Moments} times a run; mean absolute error of the whole duration, as a share of it");
        Console.WriteLine("noise (step, pace)   earlier  LiveWorkflows   at tqdm's  at Rich's      tqdm (answers)      Rich (answers)   p90 covers   median covers   ns an estimate");
        foreach (var noise in Noise.Grid)
        {
            foreach (var earlier in (int[])[2, 10]) Print(noise, earlier, types, seed ?? Seed);
        }

        return Task.FromResult(0);
    }

    private static void Print(Noise noise, int earlier, int types, int seed)
    {
        Tally ours = new(), oursAtTqdm = new(), oursAtRich = new(), tqdm = new(), rich = new(), p90 = new(), median = new(), cost = new();
        for (var index = 0; index < types; index++)
        {
            var type = new SimulatedType(noise, new Random(seed + index));
            var history = new DurationHistory(new InMemoryRecordStore());
            for (var run = 0; run < earlier; run++) history.Learn("simulated", Replay(type.Draw()).Taught!);
            for (var run = 0; run < RunsOfType; run++) Ask(type.Draw(), history);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{noise.Name,-5} ({noise.Step:F2}, {noise.Pace:F2}) {earlier,9} {ours.Mean,14:P1} {oursAtTqdm.Mean,11:P1} {oursAtRich.Mean,10:P1} {tqdm.Mean,12:P1} ({tqdm.Answered:P0}) {rich.Mean,13:P1} ({rich.Answered:P0}) {p90.Mean,12:P1} {median.Mean,15:P1} {cost.Mean,16:F0}"));

        void Ask(SimulatedRun run, DurationHistory history)
        {
            var progress = new RunProgress();
            progress.Use(history, "simulated");
            var (theirs, richs) = (new TqdmEstimator(run.StepEnds.Count), new RichEstimator(run.StepEnds.Count));
            int next = 0, ended = 0;
            for (var moment = 0; moment < Moments; moment++)
            {
                var now = run.DurationMs * (moment + 0.5) / Moments;
                for (; run.Events[next].AtMs <= now; next++) progress.Apply(run.Events[next].Event);
                for (; ended < run.StepEnds.Count && run.StepEnds[ended] <= now; ended++)
                {
                    theirs.Advance(run.StepEnds[ended]);
                    richs.Advance(run.StepEnds[ended]);
                }

                var at = run.Events[0].Event.Timestamp + TimeSpan.FromMilliseconds(now);
                var begun = Stopwatch.GetTimestamp();
                var remaining = progress.Estimate(at, []).Remaining!.Value;
                cost.Add(Stopwatch.GetElapsedTime(begun).TotalNanoseconds);
                var truth = run.DurationMs - now;
                var error = Math.Abs(remaining.Median - truth) / run.DurationMs;
                var tqdmError = Math.Abs(theirs.Remaining(now) - truth ?? double.NaN) / run.DurationMs;
                var richError = Math.Abs(richs.Remaining() - truth ?? double.NaN) / run.DurationMs;
                ours.Add(error);
                tqdm.Add(double.IsNaN(tqdmError) ? null : tqdmError);
                rich.Add(double.IsNaN(richError) ? null : richError);
                if (!double.IsNaN(tqdmError)) oursAtTqdm.Add(error);
                if (!double.IsNaN(richError)) oursAtRich.Add(error);
                p90.Add(truth <= remaining.P90 ? 1 : 0);
                median.Add(truth <= remaining.Median ? 1 : 0);
            }
        }
    }

    private static RunProgress Replay(SimulatedRun run)
    {
        var progress = new RunProgress();
        foreach (var (_, happened) in run.Events) progress.Apply(happened);
        return progress;
    }
}
