using System.Globalization;
using System.Text.Json;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Tests.UserGuide;

/// <summary>Every block of Python in the user's guide, line by line in C#, as docs/user-guide.md shows it.</summary>
public sealed class GuideTests
{
    private readonly InMemoryEventLog _log = new();

    /// <summary>"Quick Integration Example".</summary>
    [Fact]
    public async Task QuickIntegration_AsWritten_TracksPhasesStepsTimerAndSummary()
    {
        await using var tracker = new WorkflowTracker(_log);
        var totalSeconds = -1.0;

        async Task<string> ExtractCvAsync(string filePath, string jobId)
        {
            await using var workflow = tracker.Start("cv_extraction", new WorkflowOptions { Id = jobId, Tags = new Dictionary<string, string> { ["file"] = filePath } });
            try
            {
                // VALIDATION PHASE
                using (var phase = workflow.BeginPhase(WorkflowPhase.Validation, expectedSteps: 3))
                {
                    var format = phase.BeginStep("Checking file format");
                    format.Complete("File is valid PDF");
                    var size = phase.BeginStep("Checking file size");
                    size.Complete("File size OK");
                    phase.Complete();
                }

                // PROCESSING PHASE
                using (var phase = workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 2))
                {
                    var step = phase.BeginStep("Extracting text with AI");
                    var timer = workflow.StartTimer("ai_extraction");
                    var data = string.Concat(filePath.Reverse());
                    var duration = timer.Stop();
                    step.Complete($"Extracted in {duration.TotalSeconds:F2}s");
                    phase.Complete();

                    var summary = workflow.GetSummary();
                    totalSeconds = summary.TotalDuration.TotalSeconds;
                    workflow.Complete(JsonSerializer.SerializeToElement(new { characters = data.Length }));
                    return data;
                }
            }
            catch (Exception exception)
            {
                workflow.ReportError("CV extraction failed", exception);
                workflow.Fail(exception);
                throw;
            }
        }

        await ExtractCvAsync("resume.pdf", "job-1");

        totalSeconds.Should().BeGreaterThanOrEqualTo(0);
        var events = await ReadAsync("job-1");
        events.OfType<WorkflowStarted>().Single().Tags.Should().Contain("file", "resume.pdf");
        events.OfType<PhaseCompleted>().Select(phase => phase.Phase).Should().Equal("VALIDATION", "PROCESSING");
        events.OfType<StepCompleted>().Select(step => step.StepName).Should().Equal("Checking file format", "Checking file size", "Extracting text with AI");
        events.OfType<WorkflowCompleted>().Single().Summary.Timers.Should().ContainKey("ai_extraction");
    }

    /// <summary>"Quick Integration Example", on the way through its <c>except</c>.</summary>
    [Fact]
    public async Task QuickIntegration_ExtractionThrows_IsReportedOnceAndRaisedOn()
    {
        await using var tracker = new WorkflowTracker(_log);
        var failing = async () => await tracker.RunAsync("cv_extraction", (_, _) => throw new FormatException(), new WorkflowOptions { Id = "job-2" });
        await failing.Should().ThrowAsync<FormatException>();
        var events = await ReadAsync("job-2");
        events.OfType<ErrorReported>().Should().ContainSingle().Which.RecoverySuggestions.Should().NotBeEmpty();
        events[^1].Should().BeOfType<WorkflowFailed>();
    }

    /// <summary>"Custom Tags".</summary>
    [Fact]
    public async Task CustomTags_AsWritten_AreStoredWithTheWorkflow()
    {
        await using var tracker = new WorkflowTracker(_log);
        await using var workflow = tracker.Start("cv_processing", new WorkflowOptions
        {
            Tags = new Dictionary<string, string> { ["user_email"] = "john@example.com", ["plan"] = "premium", ["source"] = "upload_form" },
        });
        workflow.GetSummary().Tags.Should().HaveCount(3).And.Contain("plan", "premium");
        workflow.Complete();
    }

    /// <summary>"Event Hooks".</summary>
    [Fact]
    public async Task EventHooks_AsWritten_SeeTheError()
    {
        await using var tracker = new WorkflowTracker(_log);
        var alerts = new List<string>();
        void SendAlertEmail(WorkflowError error) => alerts.Add($"{error.Code}: {error.Exception?.GetType().Name}");

        await using (var workflow = tracker.Start("cv_processing"))
        {
            workflow.On<ErrorReported>(reported => SendAlertEmail(reported.Error!));
            workflow.ReportError("Something went wrong", new TimeoutException());
            workflow.Complete();
        }

        alerts.Should().Equal("timeout: TimeoutException");
    }

    /// <summary>"Log Aggregation".</summary>
    [Fact]
    public async Task LogAggregation_AsWritten_PrintsErrorRateAndAverage()
    {
        await using var reports = new WorkflowReports(_log, new InMemoryRecordStore());
        await using (var tracker = new WorkflowTracker(_log, observers: [reports.Observer]))
        {
            await tracker.RunAsync("good", (_, _) => Task.CompletedTask);
            await ((Func<Task>)(() => tracker.RunAsync("bad", (_, _) => throw new TimeoutException()))).Should().ThrowAsync<TimeoutException>();
        }

        var printed = new List<string>();
        void Print(string line) => printed.Add(line);

        var report = reports.GetRecent(TimeSpan.FromMinutes(60));
        Print(string.Create(CultureInfo.InvariantCulture, $"Error rate: {report.ErrorRate * 100:F1}%"));
        Print(string.Create(CultureInfo.InvariantCulture, $"Average processing time: {report.AverageDuration?.TotalSeconds:F2}s"));

        printed[0].Should().Be("Error rate: 50.0%");
        printed[1].Should().MatchRegex(@"^Average processing time: \d+\.\d\ds$");
    }

    /// <summary>"Quick Reference".</summary>
    [Fact]
    public async Task QuickReference_AsWritten_EachLineHasItsCounterpart()
    {
        await using var tracker = new WorkflowTracker(_log);
        var workflow = tracker.Start("process_name", new WorkflowOptions { Id = "unique_id" });

        var phase = workflow.BeginPhase(WorkflowPhase.Validation, expectedSteps: 3);
        var step = phase.BeginStep("Doing something");
        step.Complete("Done!");
        var timer = workflow.StartTimer("operation_name");
        var duration = timer.Stop();
        workflow.Counter("items_processed").Add(10);
        workflow.Gauge("quality_score").Set(0.95);
        workflow.ReportError("Something went wrong", new InvalidOperationException());
        phase.Complete();
        workflow.Complete();
        await workflow.DisposeAsync();

        duration.Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);
        var summary = (await tracker.GetSummaryAsync("unique_id"))!;
        summary.Counters.Should().Contain("items_processed", 10);
        summary.Gauges.Should().Contain("quality_score", 0.95);
        summary.Timers["operation_name"].Count.Should().Be(1);
        summary.ErrorCount.Should().Be(1);
        summary.Status.Should().Be(WorkflowStatus.Completed);
    }

    /// <summary>"Can I disable it for testing?"</summary>
    [Fact]
    public async Task PerformanceTracking_Off_LeavesNoMetrics()
    {
        await using var tracker = new WorkflowTracker(_log);
        await using (var workflow = tracker.Start("process_name", new WorkflowOptions { Id = "quiet", TrackPerformance = false }))
        {
            workflow.Counter("items_processed").Add(10);
            workflow.Complete();
        }

        (await ReadAsync("quiet")).Should().NotContain(happened => happened is MetricsReported);
    }

    private async Task<IReadOnlyList<WorkflowEvent>> ReadAsync(string workflowId)
    {
        var events = new List<WorkflowEvent>();
        await foreach (var stored in _log.ReadAsync(workflowId)) events.Add(WorkflowEventSerializer.Deserialize(stored));
        return events;
    }
}
