using System.Text.Json;
using System.Text.Json.Serialization;
using Resume2Website.Extraction;

namespace Resume2Website.Stages;

/// <summary>The JSON of what steps leave for each other. A résumé has its own names here too, so that it is the same everywhere.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExtractedResume))]
[JsonSerializable(typeof(BuiltSite))]
internal sealed partial class StageJson : JsonSerializerContext;
