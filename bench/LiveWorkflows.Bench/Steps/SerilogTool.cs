using Serilog;
using Serilog.Core;

namespace LiveWorkflows.Bench.Steps;

/// <summary>Serilog behind its asynchronous sink, to a file: a line when a step begins and one when it ends.</summary>
internal sealed class SerilogTool : IStepTool
{
    private readonly string _folder = Directory.CreateTempSubdirectory("serilog-bench-").FullName;
    private readonly Logger _logger;
    private int _steps;

    public SerilogTool() => _logger = new LoggerConfiguration()
        .WriteTo.Async(sink => sink.File(Path.Combine(_folder, "steps.log"), buffered: true), bufferSize: 100_000, blockWhenFull: true)
        .CreateLogger();

    public string Name => "Serilog.Sinks.Async, to a file";

    public ValueTask BeginBurstAsync() => ValueTask.CompletedTask;

    public object? Begin()
    {
        _logger.Information("Step {Step} {Number} begins", "step", ++_steps);
        return null;
    }

    public void End(object? step) => _logger.Information("Step {Step} {Number} is complete", "step", _steps);

    public async ValueTask EndBurstAsync() => await Task.Delay(100);

    public async ValueTask DisposeAsync()
    {
        await _logger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
