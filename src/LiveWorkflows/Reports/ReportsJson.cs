using System.Text.Json.Serialization;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Reports;

/// <summary>The JSON of lists and reports, by the same rules as the wire's events.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<WorkflowStatus>), typeof(SnakeCaseEnumConverter<StepStatus>),
        typeof(SnakeCaseEnumConverter<ErrorCategory>)])]
[JsonSerializable(typeof(WorkflowEntry))]
[JsonSerializable(typeof(WorkflowPage))]
[JsonSerializable(typeof(WorkflowReport))]
[JsonSerializable(typeof(ErrorReport))]
public sealed partial class ReportsJson : JsonSerializerContext;
