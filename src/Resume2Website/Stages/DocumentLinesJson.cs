using System.Text.Json;
using System.Text.Json.Serialization;

namespace Resume2Website.Stages;

/// <summary>The JSON of a document's lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DocumentLines))]
internal sealed partial class DocumentLinesJson : JsonSerializerContext;
