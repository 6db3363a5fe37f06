using System.Text.Json.Serialization;
using LiveWorkflows.Alerts;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Reports;

/// <summary>The JSON of lists and reports, by the same rules as the wire's events.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<WorkflowStatus>), typeof(SnakeCaseEnumConverter<StepStatus>),
        typeof(SnakeCaseEnumConverter<ErrorCategory>), typeof(SnakeCaseEnumConverter<ErrorTrend>), typeof(SnakeCaseEnumConverter<AlertState>),
        typeof(SnakeCaseEnumConverter<AlertMetric>), typeof(SnakeCaseEnumConverter<AlertComparison>), typeof(SnakeCaseEnumConverter<AlertSeverity>)])]
[JsonSerializable(typeof(WorkflowEntry))]
[JsonSerializable(typeof(WorkflowPage))]
[JsonSerializable(typeof(WorkflowReport))]
[JsonSerializable(typeof(ErrorReport))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(AlertList))]
public sealed partial class ReportsJson : JsonSerializerContext;
