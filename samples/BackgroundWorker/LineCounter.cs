using LiveWorkflows;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BackgroundWorker;

/// <summary>Counts the lines of every text file, beside each other, then shows the workflow's events and ends the program.</summary>
internal sealed partial class LineCounter(
    WorkflowTracker tracker, IEventLog log, LineCountOptions options, IHostApplicationLifetime lifetime, ILogger<LineCounter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CountAllAsync(stoppingToken);
        }
        catch
        {
            // The host logs it and stops; by itself it would call that a success.
            Environment.ExitCode = 1;
            throw;
        }

        lifetime.StopApplication();
    }

    private async Task CountAllAsync(CancellationToken stoppingToken)
    {
        var id = "";
        await tracker.RunAsync("count_lines", async (workflow, cancellationToken) =>
        {
            id = workflow.Id;
            var files = Directory.GetFiles(options.Folder, "*.txt");
            await workflow.RunPhaseAsync(WorkflowPhase.Processing, (phase, token) => Task.WhenAll(files.Select(file =>
                phase.RunStepAsync(Path.GetFileName(file), (step, stop) => CountAsync(workflow, step, file, stop), cancellationToken: token))), files.Length, cancellationToken);
        }, cancellationToken: stoppingToken);

        await foreach (var stored in log.ReadAsync(id, cancellationToken: stoppingToken))
        {
            var line = WorkflowEventSerializer.Deserialize(stored) switch
            {
                Logged logged => $"{logged.StepId}: {logged.Message}",
                WorkflowCompleted ended => $"{ended.Summary.Counters["lines"]} lines in {ended.Summary.StepCount} files",
                _ => null,
            };
            if (line is not null) Console.WriteLine(line);
        }
    }

    private async Task CountAsync(Workflow workflow, StepScope step, string file, CancellationToken cancellationToken)
    {
        var lines = 0;
        await foreach (var _ in File.ReadLinesAsync(file, cancellationToken)) lines++;
        LogCounted(logger, lines);
        workflow.Counter("lines").Add(lines);
        step.Complete($"{lines} lines");
    }

    [LoggerMessage(LogLevel.Information, "Counted {Lines} lines.")]
    private static partial void LogCounted(ILogger logger, int lines);
}
