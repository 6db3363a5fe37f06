using System.Text.Json.Serialization;

namespace Resume2Website.Server.Operators;

/// <summary>The JSON of health and limits.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(LimitsReport))]
internal sealed partial class OperatorsJson : JsonSerializerContext;
