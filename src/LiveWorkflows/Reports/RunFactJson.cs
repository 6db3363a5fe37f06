using System.Text.Json.Serialization;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<WorkflowStatus>), typeof(SnakeCaseEnumConverter<StepStatus>),
        typeof(SnakeCaseEnumConverter<ErrorCategory>)])]
[JsonSerializable(typeof(RunFact))]
internal sealed partial class RunFactJson : JsonSerializerContext;
