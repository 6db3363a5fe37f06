using System.Text.Json;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.Tracking;

public sealed class EventFieldsTests
{
    [Fact]
    public async Task StoredEvents_HoldTheWiresFieldsOnly()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        string id;
        await using (var workflow = tracker.Start("import"))
        {
            id = workflow.Id;
            workflow.BeginPhase(WorkflowPhase.Processing).BeginStep("read").Fail(new TimeoutException());
            workflow.Fail(new TimeoutException());
        }

        await foreach (var stored in log.ReadAsync(id))
        {
            using var data = JsonDocument.Parse(stored.Data);
            data.RootElement.EnumerateObject().Select(field => field.Name).Should().StartWith(["workflow_id", "seq", "timestamp"]).And.NotContain(["event_type", "is_terminal"]);
        }
    }
}
