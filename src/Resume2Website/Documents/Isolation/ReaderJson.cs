using System.Text.Json;
using System.Text.Json.Serialization;

namespace Resume2Website.Documents.Isolation;

/// <summary>The JSON between host and reader.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RequestHeader))]
[JsonSerializable(typeof(ReadingProgress))]
[JsonSerializable(typeof(InspectionReport))]
[JsonSerializable(typeof(SourceDocument))]
internal sealed partial class ReaderJson : JsonSerializerContext;
