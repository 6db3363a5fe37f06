using System.Globalization;
using System.Text;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>What a stream must show: the log itself.</summary>
internal static class StoredFrames
{
    public static async Task<List<SseReader.Frame>> OfAsync(IEventLog log, string workflowId)
    {
        var frames = new List<SseReader.Frame>();
        await foreach (var stored in log.ReadAsync(workflowId))
            frames.Add(new SseReader.Frame(stored.Sequence.ToString(CultureInfo.InvariantCulture), stored.Type, Encoding.UTF8.GetString(stored.Data.Span)));
        return frames;
    }
}
