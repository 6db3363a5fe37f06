using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Jobs;
using LiveWorkflows.Logging;
using LiveWorkflows.Tests.Laws;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Tests.Logging;

/// <summary>A plain logger inside a workflow writes into the workflow's log, and outside of one into none.</summary>
public sealed partial class WorkflowCaptureTests
{
    [Fact]
    public async Task Log_InsideAStep_IsAnEventOfThatStepWithItsNamedValues()
    {
        var logs = await RunAsync(async (workflow, logger) =>
        {
            logger.LogWarning("of the workflow");
            await workflow.RunPhaseAsync(new WorkflowPhase("WORK"), (phase, token) => phase.RunStepAsync("load", async (_, _) =>
            {
                await Task.Yield();
                logger.LogInformation("Read {Rows} rows of {Table} in {Seconds} s", 1200, "orders", 1.5);
            }, cancellationToken: token));
            logger.LogWarning("of the workflow again");
        });

        logs.Should().HaveCount(3);
        logs[0].StepId.Should().BeNull();
        logs[1].Should().BeEquivalentTo(new { Level = "information", Message = "Read 1200 rows of orders in 1.5 s", Phase = "WORK", StepId = "WORK/load" });
        logs[1].Fields.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["Rows"] = "1200", ["Table"] = "orders", ["Seconds"] = "1.5", ["category"] = "Shop.Loader",
        });
        logs[2].StepId.Should().BeNull();
    }

    [Fact]
    public async Task Log_WithAFileName_HasItInItsFieldsAlone()
    {
        var logs = await RunAsync((_, logger) =>
        {
            logger.LogInformation("Reading {FileName} of {Rows} rows", "ada.pdf", 7);
            return Task.CompletedTask;
        });

        logs.Single().Message.Should().Be("Reading {FileName} of {Rows} rows", "log files leave fields out, but cannot look into a text");
        logs.Single().Fields.Should().Contain("FileName", "ada.pdf");
    }

    [Fact]
    public async Task Log_InStepsAtTheSameTime_GoesToItsOwn()
    {
        var logs = await RunAsync((workflow, logger) => Task.WhenAll(Enumerable.Range(0, 20).Select(number => workflow.RunStepAsync($"step {number}", async (_, _) =>
        {
            await Task.Yield();
            logger.LogInformation("{Number}", number);
        }))));
        logs.Should().HaveCount(20).And.OnlyContain(log => log.StepId == "step " + log.Message);
    }

    [Fact]
    public async Task Log_OutsideAWorkflowOrAfterACapture_IsNobodys()
    {
        await using var services = Services();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Loader");
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        var workflow = tracker.Start("shop");
        logger.LogInformation("before");
        using (workflow.Capture())
        {
            logger.LogInformation("of the workflow");
            using var step = workflow.BeginStep("load");
            using (step.Capture()) logger.LogInformation("of the step");
            logger.LogInformation("of the workflow again");
        }

        logger.LogInformation("after");
        logger.IsEnabled(LogLevel.Critical).Should().BeFalse("nothing is ambient, so a line is not even formatted");
        await workflow.DisposeAsync();
        (await LogsAsync(log, workflow.Id)).Select(line => (line.Message, line.StepId))
            .Should().Equal(("of the workflow", null), ("of the step", "load"), ("of the workflow again", null));
    }

    [Fact]
    public async Task Log_WithAnException_KeepsItsTypeAndNothingOfItsText()
    {
        var secret = new InvalidOperationException("password=hunter2");
        var logs = await RunAsync((_, logger) =>
        {
            logger.LogError(secret, "It failed for {Customer}", 7);
            logger.LogError("It failed: {Error}", secret);
            LogWithText(logger, secret);
            return Task.CompletedTask;
        });

        logs.Select(log => log.Message).Should().Equal("It failed for 7", "It failed: {Error}", "odd");
        logs[0].Fields!["exception"].Should().Be("InvalidOperationException");
        logs[1].Fields!["Error"].Should().Be("InvalidOperationException");
        logs.SelectMany(log => log.Fields!.Values.Append(log.Message)).Should().NotContain(text => text.Contains("hunter2") || text.Contains("   at "));
    }

    [Fact]
    public async Task Log_OfAnySize_IsCutToItsBounds()
    {
        var logs = await RunAsync((_, logger) =>
        {
            logger.LogInformation("{Long}", new string('x', 5000));
            logger.Log(LogLevel.Information, 0, Enumerable.Range(0, 500).Select(i => KeyValuePair.Create($"f{i}", (object?)i)).ToList(), null, (_, _) => "many");
            return Task.CompletedTask;
        });
        logs[0].Message.Should().HaveLength(2049).And.EndWith("…");
        logs[0].Fields!["Long"].Should().HaveLength(257);
        logs[1].Fields!.Count.Should().Be(17, "sixteen values and the category");
    }

    [Fact]
    public async Task Log_WhoseValuesThrowOrLogThemselves_BreaksNothing()
    {
        var logs = await RunAsync((_, logger) =>
        {
            logger.LogInformation("a {Value} that throws", new Hostile(() => throw new InvalidOperationException()));
            logger.LogInformation("a {Value} that logs", new Hostile(() => logger.LogInformation("in a circle")));
            return Task.CompletedTask;
        });
        logs.Select(log => log.Message).Should().Equal("a {Value} that throws", "a value that logs");
    }

    [Fact]
    public async Task Log_BelowTheLevelOrOfTheLibraryItself_IsLeftOut()
    {
        await using var services = Services(options => options.MinimumLevel = LogLevel.Warning);
        var factory = services.GetRequiredService<ILoggerFactory>();
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        await using var workflow = tracker.Start("shop");
        using var capture = workflow.Capture();
        factory.CreateLogger("Shop").LogInformation("too little");
        factory.CreateLogger("Shop").LogWarning("enough");
        factory.CreateLogger(typeof(WorkflowTracker).FullName!).LogCritical("about the tracking");
        workflow.Complete();
        await workflow.FlushAsync(TestContext.Current.CancellationToken);
        (await LogsAsync(log, workflow.Id)).Select(line => line.Message).Should().Equal("enough");
    }

    [Fact]
    public async Task Log_WhileTheEventLogIsBehind_IsThinnedAndCounted()
    {
        await using var services = Services();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop");
        await using var tracker = new WorkflowTracker(new InMemoryEventLog(), new WorkflowTrackerOptions { MaxUnstoredBytes = 1 << 20 });
        var workflow = tracker.Start("shop");
        tracker.Backlog.Composed(0, 2 << 20);
        using (workflow.Capture()) logger.LogInformation("one too many");
        tracker.Statistics.Dropped.Should().Be(1);
        tracker.Backlog.Stored(2 << 20);
    }

    [Fact]
    public async Task Log_InAJobHandler_IsAnEventOfItsWorkflow()
    {
        var handler = new LoggingHandler();
        await using var services = new ServiceCollection().AddLogging(logging => logging.AddWorkflowCapture())
            .AddLiveWorkflowsInMemory().AddLiveWorkflows().AddJobRunner().AddSingleton<IJobHandler>(handler).BuildServiceProvider();
        handler.Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Jobs");
        var tracker = services.GetRequiredService<WorkflowTracker>();
        var id = await tracker.QueueAsync("work", new WorkflowOptions { Type = handler.Type }, cancellationToken: TestContext.Current.CancellationToken);
        await services.GetRequiredService<IJobQueue>().EnqueueAsync(new Job(id, handler.Type), cancellationToken: TestContext.Current.CancellationToken);
        var runner = services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<JobRunner>().Single();
        await runner.StartAsync(TestContext.Current.CancellationToken);
        using (var subscription = tracker.Hub.Subscribe(id))
        {
            while (await subscription.ReadAsync(cancellationToken: TestContext.Current.CancellationToken) is { TerminalType: null } frames)
            {
                if (frames.IsEmpty) await subscription.WaitAsync();
            }
        }

        await runner.StopAsync(TestContext.Current.CancellationToken);
        (await LogsAsync(services.GetRequiredService<IEventLog>(), id)).Select(line => line.Message).Should().Equal("at work");
    }

    private static async Task<IReadOnlyList<Logged>> RunAsync(Func<Workflow, ILogger, Task> body)
    {
        await using var services = Services();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Loader");
        var log = new RecordingEventLog();
        await using var tracker = new WorkflowTracker(log);
        var id = "";
        await tracker.RunAsync("shop", (workflow, _) =>
        {
            id = workflow.Id;
            return body(workflow, logger);
        });
        return await LogsAsync(log, id);
    }

    private static ServiceProvider Services(Action<WorkflowCaptureOptions>? configure = null) =>
        new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddWorkflowCapture(configure)).BuildServiceProvider();

    private static async Task<IReadOnlyList<Logged>> LogsAsync(IEventLog log, string workflowId)
    {
        var lines = new List<Logged>();
        await foreach (var stored in log.ReadAsync(workflowId))
        {
            if (WorkflowEventSerializer.Deserialize(stored) is Logged line) lines.Add(line);
        }

        return lines;
    }

    /// <summary>A formatter that would put the exception's text into the message.</summary>
    private static void LogWithText(ILogger logger, Exception exception) =>
        logger.Log(LogLevel.Error, 0, "odd", exception, (state, thrown) => state + thrown);

    private sealed class Hostile(Action whenFormatted)
    {
        public override string ToString()
        {
            whenFormatted();
            return "value";
        }
    }

    private sealed class LoggingHandler : IJobHandler
    {
        public string Type => "logging";

        public IReadOnlyList<PlannedPhase> Phases => [];

        public ILogger? Logger { get; set; }

        public Task<System.Text.Json.JsonElement> RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            Logger!.LogInformation("at work");
            return Task.FromResult<System.Text.Json.JsonElement>(default);
        }
    }
}
