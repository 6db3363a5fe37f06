using System.Text.Json.Serialization;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Problems;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnakeCaseEnumConverter<ErrorCategory>)])]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJson : JsonSerializerContext;
