using System.Text.Json.Serialization;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Endpoints;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<WorkflowStatus>)])]
[JsonSerializable(typeof(System.Text.Json.JsonDocument))]
[JsonSerializable(typeof(StartBody))]
[JsonSerializable(typeof(StartedWorkflow))]
[JsonSerializable(typeof(AcceptedEvents))]
[JsonSerializable(typeof(CancelledWorkflow))]
[JsonSerializable(typeof(ImportedWorkflow))]
internal sealed partial class EndpointJson : JsonSerializerContext;
