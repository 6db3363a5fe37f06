using System.Buffers;
using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>Chrome's trace-event JSON, to be looked at in a browser's tracing page or in Perfetto: phases and steps as slices, other events as marks.</summary>
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
        output.Write(_hasWritten ? ",\n"u8 : "\n"u8);
        _hasWritten = true;
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("cat", category);
        writer.WriteString("ph", phase);
        if (id.Length > 0) writer.WriteString("id", id);
        if (phase == "i") writer.WriteString("s", "p");
        writer.WriteNumber("ts", (fields.Timestamp - DateTimeOffset.UnixEpoch).Ticks / 10);
        writer.WriteNumber("pid", 1);
        writer.WriteNumber("tid", 1);
        writer.WritePropertyName("args");
        fields.Root.WriteTo(writer);
        writer.WriteEndObject();
    }

    public override void End(IBufferWriter<byte> output) => output.Write("\n]}\n"u8);
}
