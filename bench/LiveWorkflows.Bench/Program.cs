using System.Globalization;
using LiveWorkflows.Bench;
using LiveWorkflows.Bench.Eta;
using LiveWorkflows.Bench.Handles;
using LiveWorkflows.Bench.Log;
using LiveWorkflows.Bench.Memory;
using LiveWorkflows.Bench.Steps;
using LiveWorkflows.Bench.Streams;

Benchmark[] benchmarks =
[
    new("step", "a tracked step operation on the caller's thread, beside Serilog.Sinks.Async, ZLogger and OpenTelemetry activities", StepBenchmark.RunAsync),
    new("handles", "counters, gauges, rates and timers, and tracking that is switched off, beside the same work without it", HandleBenchmark.RunAsync),
    new("memory", "whether a million events through one workflow, and through 10,000, leave memory flat", MemoryBenchmark.RunAsync),
    new("fanout", "1,000 streams on one busy workflow: events delivered per CPU second and latency, beside a server with a channel per client", FanoutBenchmark.RunAsync),
    new("idle", "what 5,000 streams with nothing to say cost in memory", IdleBenchmark.RunAsync),
    new("stalled", "what 20 readers that take nothing cost, and whether the others notice", StalledBenchmark.RunAsync),
    new("shutdown", "how long a server with open streams takes to end", ShutdownBenchmark.RunAsync),
    new("log", "how fast SQLite takes events in", LogBenchmark.RunAsync),
    new("eta", "how far off remaining times are with two and with ten earlier runs, beside tqdm's and Rich's estimators; \"eta SEED\" for other runs", isSmoke => EtaBenchmark.RunAsync(isSmoke)),
];

var isSmoke = args.Contains("--smoke");
string[] words = [.. args.Where(argument => argument != "--smoke")];
if (words is ["serve", .. var settings]) return await StreamServer.RunAsync(settings);
if (words is ["eta", var seed]) return await EtaBenchmark.RunAsync(isSmoke, int.Parse(seed, CultureInfo.InvariantCulture));
if (words is [var wanted] && benchmarks.FirstOrDefault(benchmark => benchmark.Name == wanted) is { } found) return await found.RunAsync(isSmoke);

Console.WriteLine("Measures what LiveWorkflows costs. Usage: bench/run.sh NAME [--smoke]\n");
foreach (var benchmark in benchmarks) Console.WriteLine($"  {benchmark.Name,-10} {benchmark.Measures}");
return words.Length == 0 ? 0 : 1;
