using Microsoft.Extensions.Logging;
using ZLogger;

namespace LiveWorkflows.Bench.Steps;

/// <summary>ZLogger, to a file: a line when a step begins and one when it ends.</summary>
internal sealed class ZLoggerTool : IStepTool
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zlogger-bench-").FullName;
    private readonly ILoggerFactory _factory;
    private readonly ILogger _logger;
    private int _steps;

    public ZLoggerTool()
    {
        _factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddZLoggerFile(Path.Combine(_folder, "steps.log")));
        _logger = _factory.CreateLogger("steps");
    }

    public string Name => "ZLogger, to a file";

    public ValueTask BeginBurstAsync() => ValueTask.CompletedTask;

    public object? Begin()
    {
        _logger.ZLogInformation($"Step {"step"} {++_steps} begins");
        return null;
    }

    public void End(object? step) => _logger.ZLogInformation($"Step {"step"} {_steps} is complete");

    public async ValueTask EndBurstAsync() => await Task.Delay(100);

    public ValueTask DisposeAsync()
    {
        _factory.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
