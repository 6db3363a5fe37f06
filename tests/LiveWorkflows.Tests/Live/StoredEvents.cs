using System.Text;
using LiveWorkflows.EventLog;
using LiveWorkflows.Live;

namespace LiveWorkflows.Tests.Live;

/// <summary>Events as the pump hands them to the hub.</summary>
internal static class StoredEvents
{
    public static List<NewEvent> Of(long from, int count, int bytes = 20, bool ends = false)
    {
        var data = Encoding.UTF8.GetBytes($$"""{"x":"{{new string('x', bytes)}}"}""");
        return [.. Enumerable.Range(0, count).Select(i => new NewEvent(
            from + i, ends && i == count - 1 ? "workflow_complete" : "log", data, ends && i == count - 1))];
    }

    /// <summary>The numbers that a run of frames shows on the wire.</summary>
    public static IEnumerable<long> NumbersIn(EventFrames frames) =>
        Encoding.UTF8.GetString(frames.Bytes.Span).Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => long.Parse(line[4..]));
}
