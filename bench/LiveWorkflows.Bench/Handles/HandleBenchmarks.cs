using BenchmarkDotNet.Attributes;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Bench.Handles;

/// <summary>The handles of a workflow.</summary>
[MemoryDiagnoser]
public class HandleBenchmarks
{
    private Func<ValueTask> _end = null!;
    private Workflow _workflow = null!;
    private Counter _counter = null!;
    private Gauge _gauge = null!;
    private Rate _rate = null!;

    [GlobalSetup]
    public void Start()
    {
        var tracker = new WorkflowTracker(new InMemoryEventLog());
        _end = tracker.DisposeAsync;
        _workflow = tracker.Start("handles");
        (_counter, _gauge, _rate) = (_workflow.Counter("counter"), _workflow.Gauge("gauge"), _workflow.Rate("rate"));
    }

    [GlobalCleanup]
    public async Task EndAsync()
    {
        await _workflow.DisposeAsync();
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
}
