using System.Buffers;
using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>Chrome's trace-event JSON, to be looked at in a browser's tracing page or in Perfetto: phases and steps as slices, measurements as curves, other events as marks.</summary>
/// <remarks>Steps may overlap, so each is a nestable asynchronous slice (<c>b</c> and <c>e</c>) under an id of its own.</remarks>
internal sealed class TraceExporter : EventExporter
{
    private bool _hasWritten;

    public override string ContentType => "application/json";

    public override string Extension => "trace.json";

    public override void Begin(IBufferWriter<byte> output) => output.Write("{\"displayTimeUnit\":\"ms\",\"traceEvents\":["u8);

    public override void Write(IBufferWriter<byte> output, StoredEvent stored)
    {
        using var fields = new EventFields(stored);
        var (name, category, id, phase) = stored.Type switch
        {
            WorkflowStarted.Name => (fields.Text("name"), "workflow", "workflow", "b"),
            WorkflowCompleted.Name or WorkflowFailed.Name or WorkflowCancelled.Name => ("", "workflow", "workflow", "e"),
            PhaseStarted.Name => (fields.Text("phase"), "phase", $"phase {fields.Text("phase_index")}", "b"),
            PhaseCompleted.Name => (fields.Text("phase"), "phase", $"phase {fields.Text("phase_index")}", "e"),
            StepStarted.Name => (fields.Text("step_name"), "step", fields.Text("step_id"), "b"),
            StepCompleted.Name or StepFailed.Name or StepSkipped.Name or StepCancelled.Name => (fields.Text("step_name"), "step", fields.Text("step_id"), "e"),
            _ => (stored.Type, "event", "", "i"),
        };
        if (stored.Type == MetricsReported.Name) WriteCounters(output, fields);
        else WriteEvent(output, fields, name, category, id, phase);
    }

    public override void End(IBufferWriter<byte> output) => output.Write("\n]}\n"u8);

    private void WriteEvent(IBufferWriter<byte> output, EventFields fields, string name, string category, string id, string phase)
    {
        using var writer = Begin(output, fields, name, category, phase);
        if (id.Length > 0) writer.WriteString("id", id);
        if (phase == "i") writer.WriteString("s", "p");
        writer.WritePropertyName("args");
        fields.Root.WriteTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>A counter, a gauge or a rate as a curve (<c>C</c>); a timer's figures are no curve.</summary>
    private void WriteCounters(IBufferWriter<byte> output, EventFields fields)
    {
        foreach (var metric in fields.Root.GetProperty("metrics").EnumerateArray())
        {
            if (!metric.TryGetProperty("value", out var value) && !metric.TryGetProperty("per_minute", out value)) continue;
            using var writer = Begin(output, fields, metric.GetProperty("name").GetString()!, "metric", "C");
            writer.WriteStartObject("args");
            writer.WritePropertyName("value");
            value.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private Utf8JsonWriter Begin(IBufferWriter<byte> output, EventFields fields, string name, string category, string phase)
    {
        output.Write(_hasWritten ? ",\n"u8 : "\n"u8);
        _hasWritten = true;
        var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("cat", category);
        writer.WriteString("ph", phase);
        writer.WriteNumber("ts", (fields.Timestamp - DateTimeOffset.UnixEpoch).Ticks / 10);
        writer.WriteNumber("pid", 1);
        writer.WriteNumber("tid", 1);
        return writer;
    }
}
