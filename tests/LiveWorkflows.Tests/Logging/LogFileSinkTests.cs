using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Logging;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Logging;

public sealed class LogFileSinkTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly LogLines _logs = new();

    [Fact]
    public async Task Events_OfAWorkflow_AreLinesOfJsonInTheirOrder()
    {
        var log = new InMemoryEventLog();
        var tracker = new WorkflowTracker(log) { Sinks = [Sink()] };
        var options = new WorkflowOptions { Id = "w", Tags = new Dictionary<string, string> { ["customer"] = "Ada" } };
        await tracker.RunAsync("shop", (workflow, token) => workflow.RunStepAsync("load", (_, _) => Task.CompletedTask, cancellationToken: token), options);
        await tracker.DisposeAsync();

        var lines = File.ReadAllLines(Path.Combine(_directory.Path, "shop-20261124.jsonl"));
        var stored = new List<StoredEvent>();
        await foreach (var each in log.ReadAsync("w")) stored.Add(each);
        lines.Should().HaveCount(stored.Count);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = JsonDocument.Parse(lines[i]).RootElement;
            line.GetProperty("event").GetString().Should().Be(stored[i].Type);
            line.GetProperty("seq").GetInt64().Should().Be(i + 1);
            line.GetProperty("workflow_id").GetString().Should().Be("w");
        }

        string.Concat(lines).Should().NotContain("Ada").And.NotContain("customer");
    }

    [Fact]
    public async Task Events_WhenTheDirectoryCannotBeWritten_AreOneWarningAndThenWrittenAgain()
    {
        var blocked = Path.Combine(_directory.Path, "logs");
        File.WriteAllText(blocked, "a file where the directory should be");
        var sink = Sink(blocked);
        await using var tracker = new WorkflowTracker(new InMemoryEventLog()) { Sinks = [sink] };
        await tracker.RunAsync("shop", (_, _) => Task.CompletedTask);
        while (sink.LeftOut == 0) await Task.Yield();
        _time.Advance(TimeSpan.FromSeconds(30));
        var left = sink.LeftOut;
        await tracker.RunAsync("shop", (_, _) => Task.CompletedTask);
        while (sink.LeftOut == left) await Task.Yield();
        _logs.Lines.Should().ContainSingle(line => line.StartsWith("Warning", StringComparison.Ordinal)).Which.Should().Contain("cannot be written");

        File.Delete(blocked);
        _time.Advance(TimeSpan.FromSeconds(30));
        var id = tracker.Start("shop").Id;
        await tracker.Find(id)!.DisposeAsync();
        await sink.CompleteAsync(TimeSpan.FromSeconds(30));
        File.ReadAllText(Path.Combine(blocked, "shop-20261124.jsonl")).Should().Contain(id);
        _logs.Lines.Should().Contain(line => line.Contains("written again")).And.Contain(line => line.Contains($"{sink.LeftOut} lines were left out"));
    }

    [Fact]
    public async Task Events_ThatTheDiskIsTooSlowFor_AreLeftOutAndCounted()
    {
        var sink = Sink();
        var large = new NewEvent(1, "note", new byte[LogFileSink.MaxWaitingBytes]);
        sink.Take([new OutgoingEvent(null!, large)]);
        sink.LeftOut.Should().Be(1);
        await sink.CompleteAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task AddWorkflowLogFiles_SwitchedOff_WritesNothing()
    {
        await using (var services = Services(options => options.Enabled = false))
            await services.GetRequiredService<WorkflowTracker>().RunAsync("shop", (_, _) => Task.CompletedTask);
        Directory.EnumerateFileSystemEntries(_directory.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task AddWorkflowLogFiles_WithADirectory_WritesThereUnderTheApplicationsName()
    {
        await using (var services = Services(options => options.ApplicationName = "Web Shop"))
            await services.GetRequiredService<WorkflowTracker>().RunAsync("shop", (_, _) => Task.CompletedTask);
        Directory.EnumerateFiles(_directory.Path).Should().ContainSingle().Which.Should().Contain("web-shop-");
    }

    [Fact]
    public async Task AddWorkflowLogFiles_WithWrongOptions_NamesTheOption()
    {
        await using var services = Services(options => options.RetainedFiles = 0);
        services.Invoking(provider => provider.GetRequiredService<WorkflowTracker>()).Should().Throw<OptionsValidationException>().WithMessage("*RetainedFiles*");
    }

    public void Dispose() => _directory.Dispose();

    private LogFileSink Sink(string? directory = null) =>
        new(Options.Create(new LogFileOptions { Directory = directory ?? _directory.Path, ApplicationName = "shop" }), _time, _logs);

    private ServiceProvider Services(Action<LogFileOptions> configure) => new ServiceCollection().AddLogging().AddLiveWorkflowsInMemory().AddLiveWorkflows()
        .AddWorkflowLogFiles(options =>
        {
            options.Directory = _directory.Path;
            configure(options);
        }).BuildServiceProvider();

    private sealed class LogLines : ILogger<LogFileSink>
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get { lock (_lines) return [.. _lines]; }
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{logLevel} {formatter(state, exception)}");
        }
    }
}
