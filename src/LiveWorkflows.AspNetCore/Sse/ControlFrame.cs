using System.Buffers;
using System.Text.Json;
using LiveWorkflows.Alerts;
using LiveWorkflows.Reports;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>Frames that speak of the stream itself: they have neither number nor id, so that resuming never rests on one.</summary>
internal static class ControlFrame
{
    public static byte[] StreamEnd(string workflowId, string reason) => Of("stream_end", writer =>
    {
        writer.WriteString("reason", reason);
        writer.WriteString("workflow_id", workflowId);
    });

    public static byte[] Resync(string workflowId, long oldestSeq, long latestSeq, string snapshotUrl) => Of("resync", writer =>
    {
        writer.WriteNumber("oldest_seq", oldestSeq);
        writer.WriteNumber("latest_seq", latestSeq);
        writer.WriteString("snapshot_url", snapshotUrl);
        writer.WriteString("workflow_id", workflowId);
    });

    /// <summary>An alert that fires, or that is over.</summary>
    public static byte[] Of(Alert alert)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(alert, ReportsJson.Default.Alert);
        return [.. alert.State == AlertState.Resolved ? "event: alert_resolved\ndata: "u8 : "event: alert\ndata: "u8, .. data, .. "\n\n"u8];
    }

    private static byte[] Of(string eventType, Action<Utf8JsonWriter> writeFields)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        buffer.Write("event: "u8);
        buffer.Write(System.Text.Encoding.ASCII.GetBytes(eventType));
        buffer.Write("\ndata: "u8);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writeFields(writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
