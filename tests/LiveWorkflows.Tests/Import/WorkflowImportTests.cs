using System.Text;
using System.Text.Json;
using CsCheck;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Import;
using LiveWorkflows.Tests.Laws;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Import;

public sealed class WorkflowImportTests
{
    private const string Started = """{"event":"workflow_started","workflow_id":"w","seq":1,"timestamp":"2026-11-24T10:00:00.000Z","name":"shop","type":"shop","tags":{},"phases":[],"v":1}""";
    private const string Note = """{"event":"note","workflow_id":"w","seq":2,"timestamp":"2026-11-24T10:00:01.000Z","text":"one"}""";

    [Fact]
    public async Task Import_OfAnyWorkflowsExport_GivesAnEqualSummaryAndTheSameEvents() => await RandomWorkflow.Gen.SampleAsync(async random =>
    {
        var log = new InMemoryEventLog();
        var time = new FakeTimeProvider();
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        var workflow = tracker.Start("random", random.Options);
        await random.RunAsync(workflow, time);
        await random.EndAsync(workflow);
        var exported = await ExportAsync(log, workflow.Id);

        var imported = new InMemoryEventLog();
        (await new WorkflowImport(imported).ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(exported)))).Should().Be(workflow.Id);
        await using var other = new WorkflowTracker(imported);
        ToJson((await other.GetSummaryAsync(workflow.Id))!).Should().Be(ToJson(workflow.GetSummary()));
        (await ExportAsync(imported, workflow.Id)).Should().Be(exported);
    }, iter: 100);

    [Fact]
    public async Task Import_OfAnEventWithAFieldCalledEvent_KeepsBothItsKindAndItsField()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        var fields = JsonSerializer.Deserialize<JsonElement>("""{"event":"clicked"}""");
        await using (var workflow = tracker.Start("shop", new WorkflowOptions { Id = "w" }))
        {
            workflow.Publish("page", fields);
            workflow.Complete();
        }

        var exported = await ExportAsync(log, "w");
        var imported = new InMemoryEventLog();
        await new WorkflowImport(imported).ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(exported)));
        (await ExportAsync(imported, "w")).Should().Be(exported);
    }

    [Fact]
    public async Task Import_OfARunThatWasTakenUpByAWorkerWhoseClockIsBehind_GivesTheSameEvents()
    {
        var log = new InMemoryEventLog();
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await using var first = new WorkflowTracker(log, timeProvider: new FakeTimeProvider(now));
        var id = await first.QueueAsync("shop");
        await using var second = new WorkflowTracker(log, timeProvider: new FakeTimeProvider(now.AddSeconds(-2)));
        await using (var resumed = (await second.ResumeAsync(id))!) resumed.Complete();

        var exported = await ExportAsync(log, id);
        var imported = new InMemoryEventLog();
        await new WorkflowImport(imported).ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(exported)));
        (await ExportAsync(imported, id)).Should().Be(exported);
    }

    [Theory]
    [InlineData("empty", 0, "")]
    [InlineData("not_ended", 0, Started + "\n" + Note)]
    [InlineData("malformed_line", 2, Started + "\nno json")]
    [InlineData("malformed_line", 1, """{"event":"workflow_started","workflow_id":"w","seq":1}""")]
    [InlineData("malformed_line", 1, """{"workflow_id":"w","event":"note","seq":1,"timestamp":"2026-11-24T10:00:00.000Z"}""")]
    [InlineData("malformed_line", 1, """{"event":"two\nlines","workflow_id":"w","seq":1,"timestamp":"2026-11-24T10:00:00.000Z"}""")]
    [InlineData("malformed_line", 1, """{"event":"note","workflow_id":"w","seq":1,"timestamp":"2026-11-24T10:00:00.000Z","text":"\ud800"}""")]
    [InlineData("malformed_line", 1, """{"event":"note","workflow_id":"../w","seq":1,"timestamp":"2026-11-24T10:00:00.000Z"}""")]
    [InlineData("sequence_gap", 1, Note)]
    [InlineData("sequence_gap", 3, Started + "\n\n" + Started)]
    [InlineData("another_workflow", 2, Started + "\n" + """{"event":"note","workflow_id":"x","seq":2,"timestamp":"2026-11-24T10:00:01.000Z"}""")]
    [InlineData("time_runs_back", 2, Started + "\n" + """{"event":"note","workflow_id":"w","seq":2,"timestamp":"2026-11-24T09:00:01.000Z"}""")]
    public async Task Import_OfWhatIsNoWholeWorkflow_IsRefusedWithCodeAndLineAndStoresNothing(string code, int line, string text)
    {
        var log = new InMemoryEventLog();
        var import = () => new WorkflowImport(log).ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))).AsTask();
        (await import.Should().ThrowAsync<WorkflowImportException>()).Which.Should().BeEquivalentTo(new { Code = code, Line = line });
        (await log.GetHeadAsync("w", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact]
    public async Task Import_OfAWorkflowThatIsThereOrGoesOnAfterItsEndOrIsTooLarge_IsRefused()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        await using (var workflow = tracker.Start("shop", new WorkflowOptions { Id = "w" })) workflow.Complete();
        var exported = await ExportAsync(log, "w");
        (await CodeOfAsync(new WorkflowImport(log), exported)).Should().Be("workflow_id_taken");
        (await CodeOfAsync(new WorkflowImport(new InMemoryEventLog()), exported + Note)).Should().Be("after_the_end");
        (await CodeOfAsync(new WorkflowImport(new InMemoryEventLog()) { MaxBytes = 100 }, exported)).Should().Be("too_large");
    }

    private static async Task<string> CodeOfAsync(WorkflowImport import, string text)
    {
        var call = () => import.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))).AsTask();
        return (await call.Should().ThrowAsync<WorkflowImportException>()).Which.Code;
    }

    /// <summary>The lines that the JSONL export writes; see JsonLinesExporter.</summary>
    private static async Task<string> ExportAsync(InMemoryEventLog log, string workflowId)
    {
        var text = new StringBuilder();
        await foreach (var stored in log.ReadAsync(workflowId)) text.Append($"{{\"event\":\"{stored.Type}\",").Append(Encoding.UTF8.GetString(stored.Data.Span[1..])).Append('\n');
        return text.ToString();
    }

    private static string ToJson(WorkflowSummary summary) => JsonSerializer.Serialize(summary, WorkflowJson.Default.WorkflowSummary);
}
