using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>The JSON of the wire: snake_case, times in RFC 3339 UTC with milliseconds, nothing written for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<WorkflowStatus>), typeof(SnakeCaseEnumConverter<StepStatus>),
        typeof(SnakeCaseEnumConverter<EtaBasis>), typeof(SnakeCaseEnumConverter<MetricKind>), typeof(SnakeCaseEnumConverter<Errors.ErrorCategory>)])]
[JsonSerializable(typeof(WorkflowQueued))]
[JsonSerializable(typeof(WorkflowStarted))]
[JsonSerializable(typeof(WorkflowResumed))]
[JsonSerializable(typeof(PhaseStarted))]
[JsonSerializable(typeof(PhaseCompleted))]
[JsonSerializable(typeof(StepStarted))]
[JsonSerializable(typeof(Progressed))]
[JsonSerializable(typeof(StepCompleted))]
[JsonSerializable(typeof(StepRetried))]
[JsonSerializable(typeof(StepWaiting))]
[JsonSerializable(typeof(StepResumed))]
[JsonSerializable(typeof(StepFailed))]
[JsonSerializable(typeof(StepSkipped))]
[JsonSerializable(typeof(StepCancelled))]
[JsonSerializable(typeof(MetricsReported))]
[JsonSerializable(typeof(Logged))]
[JsonSerializable(typeof(ConfidenceReported))]
[JsonSerializable(typeof(WarningReported))]
[JsonSerializable(typeof(ErrorReported))]
[JsonSerializable(typeof(WorkflowCompleted))]
[JsonSerializable(typeof(WorkflowFailed))]
[JsonSerializable(typeof(WorkflowCancelled))]
[JsonSerializable(typeof(WorkflowSummary))]
[JsonSerializable(typeof(Errors.WorkflowError))]
public sealed partial class WorkflowJson : JsonSerializerContext;
