using BenchmarkDotNet.Attributes;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Bench.Handles;

/// <summary>The handles of a workflow, and a small piece of work with and without tracking that is switched off.</summary>
[MemoryDiagnoser]
public class HandleBenchmarks
{
    private readonly byte[] _work = new byte[512];
    private Func<ValueTask> _end = null!;
    private Workflow _workflow = null!;
    private Workflow _unmeasured = null!;
    private Workflow _disabled = null!;
    private Counter _counter = null!;
    private Gauge _gauge = null!;
    private Rate _rate = null!;
    private Counter _unmeasuredCounter = null!;
    private Gauge _unmeasuredGauge = null!;

    [GlobalSetup]
    public void Start()
    {
        var tracker = new WorkflowTracker(new InMemoryEventLog());
        _end = tracker.DisposeAsync;
        _workflow = tracker.Start("handles");
        _unmeasured = tracker.Start("unmeasured", new WorkflowOptions { TrackPerformance = false });
        _disabled = WorkflowTracker.Disabled.Start("disabled");
        (_counter, _gauge, _rate) = (_workflow.Counter("counter"), _workflow.Gauge("gauge"), _workflow.Rate("rate"));
        (_unmeasuredCounter, _unmeasuredGauge) = (_unmeasured.Counter("counter"), _unmeasured.Gauge("gauge"));
    }

    [GlobalCleanup]
    public async Task EndAsync()
    {
        await _workflow.DisposeAsync();
        await _unmeasured.DisposeAsync();
        await _end();
    }

    [Benchmark(Description = "counter.Add()")]
    public void CounterAdd() => _counter.Add();

    [Benchmark(Description = "gauge.Set(x)")]
    public void GaugeSet() => _gauge.Set(0.5);

    [Benchmark(Description = "rate.Mark()")]
    public void RateMark() => _rate.Mark();

    [Benchmark(Description = "StartTimer(name).Stop()")]
    public TimeSpan Timer() => _workflow.StartTimer("timer").Stop();

    [Benchmark(Description = "a digest of 512 bytes, not tracked")]
    public int Untracked() => Work();

    [Benchmark(Description = "the same, a step of WorkflowTracker.Disabled")]
    public int Disabled()
    {
        var step = _disabled.BeginStep("work");
        var digest = Work();
        step.Complete();
        return digest;
    }

    [Benchmark(Description = "the same, counted and set with TrackPerformance = false")]
    public int Unmeasured()
    {
        var digest = Work();
        _unmeasuredCounter.Add();
        _unmeasuredGauge.Set(digest);
        return digest;
    }

    private int Work()
    {
        Span<byte> digest = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(_work, digest);
        return digest[0];
    }
}
