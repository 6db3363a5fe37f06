using System.Text.Json.Serialization;
using LiveWorkflows;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>The JSON of uploads and jobs, as clients see it and as records keep it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<WorkflowStatus>), typeof(SnakeCaseEnumConverter<ErrorCategory>)])]
[JsonSerializable(typeof(JobAnswer))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(DocumentLines))]
[JsonSerializable(typeof(RetryRequest))]
[JsonSerializable(typeof(IdempotencyClaim))]
internal sealed partial class UploadsJson : JsonSerializerContext;
