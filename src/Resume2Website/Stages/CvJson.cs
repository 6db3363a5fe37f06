using System.Text.Json;
using System.Text.Json.Serialization;

namespace Resume2Website.Stages;

/// <summary>The JSON of jobs and their results: snake_case, nothing written for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CvJob))]
[JsonSerializable(typeof(CvResult))]
[JsonSerializable(typeof(CvJobPayload))]
public sealed partial class CvJson : JsonSerializerContext;
