using System.Text;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Conformance.EventLog;

/// <summary>Makes batches whose events can be told from each other.</summary>
internal static class Batches
{
    public static EventBatch Of(
        string workflowId, long first = 1, int count = 1, LogPosition? expected = null, long epoch = 1, bool isTerminal = false) => new()
        {
            WorkflowId = workflowId,
            Epoch = epoch,
            ExpectedPosition = expected,
            Events = [.. Enumerable.Range(0, count).Select(i =>
                new NewEvent(first + i, "step_started", Data(workflowId, first + i), isTerminal && i == count - 1))],
        };

    public static byte[] Data(string workflowId, long sequence) =>
        Encoding.UTF8.GetBytes($$"""{"workflow_id":"{{workflowId}}","seq":{{sequence}},"text":"é 漢 \n"}""");

    public static async Task<AppendResult> AppendOneAsync(this IEventLog log, EventBatch batch) => (await log.AppendAsync([batch]))[0];

    /// <summary>Appends and gives the position, which must be there.</summary>
    public static async Task<LogPosition> MustAppendAsync(this IEventLog log, EventBatch batch)
    {
        var result = await log.AppendOneAsync(batch);
        result.Status.Should().Be(AppendStatus.Appended);
        return result.Position!.Value;
    }
}
