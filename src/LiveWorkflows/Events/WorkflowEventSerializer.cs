using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Events;

/// <summary>Turns events into the JSON of the wire and back.</summary>
public static class WorkflowEventSerializer
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = new Dictionary<string, JsonTypeInfo>(StringComparer.Ordinal)
    {
        [WorkflowQueued.Name] = WorkflowJson.Default.WorkflowQueued,
        [WorkflowStarted.Name] = WorkflowJson.Default.WorkflowStarted,
        [WorkflowResumed.Name] = WorkflowJson.Default.WorkflowResumed,
        [PhaseStarted.Name] = WorkflowJson.Default.PhaseStarted,
        [PhaseCompleted.Name] = WorkflowJson.Default.PhaseCompleted,
        [StepStarted.Name] = WorkflowJson.Default.StepStarted,
        [Progressed.Name] = WorkflowJson.Default.Progressed,
        [StepCompleted.Name] = WorkflowJson.Default.StepCompleted,
        [StepRetried.Name] = WorkflowJson.Default.StepRetried,
        [StepWaiting.Name] = WorkflowJson.Default.StepWaiting,
        [StepResumed.Name] = WorkflowJson.Default.StepResumed,
        [StepFailed.Name] = WorkflowJson.Default.StepFailed,
        [StepSkipped.Name] = WorkflowJson.Default.StepSkipped,
        [StepCancelled.Name] = WorkflowJson.Default.StepCancelled,
        [MetricsReported.Name] = WorkflowJson.Default.MetricsReported,
        [Logged.Name] = WorkflowJson.Default.Logged,
        [ConfidenceReported.Name] = WorkflowJson.Default.ConfidenceReported,
        [WarningReported.Name] = WorkflowJson.Default.WarningReported,
        [ErrorReported.Name] = WorkflowJson.Default.ErrorReported,
        [WorkflowCompleted.Name] = WorkflowJson.Default.WorkflowCompleted,
        [WorkflowFailed.Name] = WorkflowJson.Default.WorkflowFailed,
        [WorkflowCancelled.Name] = WorkflowJson.Default.WorkflowCancelled,
    }.ToFrozenDictionary();

    /// <summary>Whether a name is one of the library's own events.</summary>
    public static bool IsKnown(string eventType) => ByName.ContainsKey(eventType);

    /// <summary>Whether a workflow ends with an event of this name.</summary>
    public static bool IsTerminal(string eventType) =>
        eventType is WorkflowCompleted.Name or WorkflowFailed.Name or WorkflowCancelled.Name;

    /// <summary>The event as a JSON object in UTF-8, on one line, ASCII only.</summary>
    public static ReadOnlyMemory<byte> Serialize(WorkflowEvent workflowEvent)
    {
        ArgumentNullException.ThrowIfNull(workflowEvent);
        return workflowEvent is CustomEvent custom
            ? Serialize(custom)
            : JsonSerializer.SerializeToUtf8Bytes(workflowEvent, ByName[workflowEvent.EventType]);
    }

    /// <summary>Reads a stored event. A kind that is not the library's becomes a <see cref="CustomEvent"/>.</summary>
    /// <exception cref="JsonException">The stored text is not what the log was given.</exception>
    public static WorkflowEvent Deserialize(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return ByName.TryGetValue(stored.Type, out var type)
            ? (WorkflowEvent)JsonSerializer.Deserialize(stored.Data.Span, type)!
            : DeserializeCustom(stored);
    }

    private static ReadOnlyMemory<byte> Serialize(CustomEvent custom)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("workflow_id", custom.WorkflowId);
        writer.WriteNumber("seq", custom.Seq);
        writer.WritePropertyName("timestamp");
        new Rfc3339MillisecondsConverter().Write(writer, custom.Timestamp, WorkflowJson.Default.Options);
        if (custom.CorrelationId is { } correlationId) writer.WriteString("correlation_id", correlationId);
        if (custom.ClientSeq is { } clientSeq) writer.WriteNumber("client_seq", clientSeq);
        foreach (var field in custom.Fields.EnumerateObject()) field.WriteTo(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static CustomEvent DeserializeCustom(StoredEvent stored)
    {
        using var document = JsonDocument.Parse(stored.Data);
        var root = document.RootElement;
        return new CustomEvent
        {
            WorkflowId = stored.WorkflowId,
            Seq = stored.Sequence,
            Timestamp = root.GetProperty("timestamp").GetDateTimeOffset(),
            CorrelationId = root.TryGetProperty("correlation_id", out var correlationId) ? correlationId.GetString() : null,
            ClientSeq = root.TryGetProperty("client_seq", out var clientSeq) ? clientSeq.GetInt64() : null,
            Kind = stored.Type,
            Fields = OwnFields(root),
        };
    }

    private static JsonElement OwnFields(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in root.EnumerateObject())
            {
                if (field.Name is not ("workflow_id" or "seq" or "timestamp" or "correlation_id" or "client_seq")) field.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
