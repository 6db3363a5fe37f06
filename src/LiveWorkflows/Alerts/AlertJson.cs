using System.Text.Json.Serialization;
using LiveWorkflows.Events;

namespace LiveWorkflows.Alerts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<AlertState>), typeof(SnakeCaseEnumConverter<AlertMetric>),
        typeof(SnakeCaseEnumConverter<AlertComparison>), typeof(SnakeCaseEnumConverter<AlertSeverity>)])]
[JsonSerializable(typeof(AlertRecord))]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class AlertJson : JsonSerializerContext;
